"""Our symbols by the means of QGIS: a shape, a line or an area in the category's colour with a white casing."""

from __future__ import annotations

from exports.symbols import Symbol
from exports.table import Kind

Drawn = list[tuple[str, dict[str, str]]]

MARKERS = {"square": "square", "circle": "circle", "triangle": "triangle", "star": "star", "line": "circle"}
WHITE = "255,255,255,255"
TINT = 56  # of 255
MILLIMETRES = {"size": "4.4", "casing": "0.5", "line": "1.1", "under": "2", "edge": "0.8"}


def symbol_layers(kind: Kind, symbol: Symbol) -> Drawn:
    """The class and the options of each layer of the symbol, the lowest first."""
    if kind == "point":
        return [("SimpleMarker", _marker(symbol))]
    if kind == "line":
        return [("SimpleLine", _line(WHITE, "under")), ("SimpleLine", _line(_colour(symbol), "line"))]
    return [("SimpleFill", _fill(symbol))]


def _marker(symbol: Symbol) -> dict[str, str]:
    return {
        "name": MARKERS[symbol.shape],
        "color": _colour(symbol),
        "outline_color": WHITE,
        "outline_width": MILLIMETRES["casing"],
        "outline_width_unit": "MM",
        "size": MILLIMETRES["size"],
        "size_unit": "MM",
        "joinstyle": "round",
    }


def _line(colour: str, width: str) -> dict[str, str]:
    return {
        "line_color": colour,
        "line_width": MILLIMETRES[width],
        "line_width_unit": "MM",
        "capstyle": "round",
        "joinstyle": "round",
    }


def _fill(symbol: Symbol) -> dict[str, str]:
    return {
        "color": _colour(symbol, TINT),
        "style": "solid",
        "outline_color": _colour(symbol),
        "outline_style": "solid",
        "outline_width": MILLIMETRES["edge"],
        "outline_width_unit": "MM",
        "joinstyle": "round",
    }


def _colour(symbol: Symbol, opacity: int = 255) -> str:
    red, green, blue = bytes.fromhex(symbol.colour.removeprefix("#"))
    return f"{red},{green},{blue},{opacity}"
