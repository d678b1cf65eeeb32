"""Our symbols by the means of QGIS: a shape, a line or an area in the category's colour with a white casing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from exports.symbols import Symbol
from exports.table import Kind

WHITE = "255,255,255,255"
TINT = 51  # of 255

# Millimetres on paper for what is 40 across on the screen's own symbols (static/js/map/symbols.js).
SYMBOL = 5.6 / 40
CASING = 2.5
# QGIS's name, how large, and how round its corners are.
MARKERS = {
    "square": ("square", 31.0, 5.5),
    "circle": ("circle", 33.0, 0.0),
    "triangle": ("triangle", 36.0, 3.2),
    "star": ("star", 40.0, 2.0),
    "line": ("circle", 33.0, 0.0),
}

# Millimetres for a pixel of the screen's own lines and areas (static/js/map/route_style.js, area_mark.js).
PIXEL = 1.1 / 6
LINE, UNDER_LINE, EDGE, UNDER_EDGE = 6, 11, 4, 9
DASHES = {
    "dotted": (0.1, 10),
    "dashed": (11, 10),
    "dash_dot": (15, 9, 0.1, 9),
    "long": (28, 11),
}


class Part(NamedTuple):
    """A layer of a symbol: its class, its options, and the symbol that it sets out, if it does."""

    name: str
    options: dict[str, str]
    inner: Sequence[Part] = ()


def parts(kind: Kind, symbol: Symbol) -> list[Part]:
    """The layers of the symbol, the lowest first."""
    colour = _colour(symbol)
    if kind == "point":
        return _marker(symbol)
    if kind == "line":
        return [_line(WHITE, UNDER_LINE), _line(colour, LINE, DASHES.get(symbol.stroke, ()))]
    inside = {"point_on_surface": "1", "point_on_all_parts": "0", "clip_points": "0"}
    return [_line(WHITE, UNDER_EDGE), _fill(symbol), Part("CentroidFill", inside, _marker(symbol))]


def _marker(symbol: Symbol) -> list[Part]:
    """The corners are round by an outline of the shape's own colour, and the casing is the same shape under it."""
    name, size, corner = MARKERS[symbol.shape]
    colours = {WHITE: CASING, _colour(symbol): 0.0}
    return [_shape(name, colour, size - 2 * corner, 2 * (corner + wider)) for colour, wider in colours.items()]


def _shape(name: str, colour: str, size: float, outline: float) -> Part:
    options = {
        "name": name,
        "color": colour,
        "size": _millimetres(size * SYMBOL),
        "size_unit": "MM",
        "outline_color": colour,
        "outline_style": "solid" if outline else "no",
        "outline_width": _millimetres(outline * SYMBOL),
        "outline_width_unit": "MM",
        "joinstyle": "round",
    }
    return Part("SimpleMarker", options)


def _line(colour: str, pixels: float, dashes: Sequence[float] = ()) -> Part:
    options = {
        "line_color": colour,
        "line_width": _millimetres(pixels * PIXEL),
        "line_width_unit": "MM",
        "capstyle": "round",
        "joinstyle": "round",
    }
    dashed = {
        "use_custom_dash": "1",
        "customdash": ";".join(_millimetres(each * PIXEL) for each in dashes),
        "customdash_unit": "MM",
    }
    return Part("SimpleLine", options | (dashed if dashes else {}))


def _fill(symbol: Symbol) -> Part:
    options = {
        "color": _colour(symbol, TINT),
        "style": "solid",
        "outline_color": _colour(symbol),
        "outline_style": "solid",
        "outline_width": _millimetres(EDGE * PIXEL),
        "outline_width_unit": "MM",
        "joinstyle": "round",
    }
    return Part("SimpleFill", options)


def _colour(symbol: Symbol, opacity: int = 255) -> str:
    red, green, blue = bytes.fromhex(symbol.colour.removeprefix("#"))
    return f"{red},{green},{blue},{opacity}"


def _millimetres(length: float) -> str:
    return f"{length:.3f}"
