"""Where the rows of a CSV file have their places: in two columns, in one as "latitude, longitude", or in one as WKT."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import shapely
from shapely.geometry.base import BaseGeometry

# What the columns of one kind of coordinates are called, east and north; degrees first, where a file has several kinds.
KINDS = (
    (
        ("lon", "lng", "long", "longitude", "lengdegrad", "lengde"),
        ("lat", "latitude", "breddegrad", "breiddegrad", "bredde"),
    ),
    (("x", "point_x"), ("y", "point_y")),
    (("øst", "aust", "oest", "ost", "east", "easting", "e", "ø"), ("nord", "north", "northing", "n")),
)
ANY_KIND = tuple(tuple(name for kind in KINDS for name in kind[way]) for way in (0, 1))
PAIR = re.compile(r"\s*(-?\d{1,2}\.\d+)\s*[,; ]\s*(-?\d{1,3}\.\d+)\s*")
SHAPE = re.compile(r"\s*(?:SRID=\d+;)?\s*(?:MULTI)?(?:POINT|LINESTRING|POLYGON)\s*Z?M?\s*\(.*", re.I | re.S)
LOOKED_AT = 100

Attributes = dict[str, Any]


class Places(NamedTuple):
    """The columns that hold coordinates, and what finds the place of a row in them: None where it cannot be read."""

    columns: tuple[str, ...]
    of: Callable[[Attributes], BaseGeometry | None]


def places_in(names: Sequence[str], rows: Sequence[Attributes]) -> Places | None:
    """None where no column holds coordinates."""
    return _two_columns(names) or _shape_column(rows) or _pair_column(rows)


def _two_columns(names: Sequence[str]) -> Places | None:
    known = {(name or "").strip().lower(): name for name in names}
    longitude = latitude = None
    for east, north in (*KINDS, ANY_KIND):
        longitude = next((known[name] for name in east if name in known), None)
        latitude = next((known[name] for name in north if name in known), None)
        if longitude is not None and latitude is not None:
            break
    if longitude is None or latitude is None:
        return None

    def place(row: Attributes) -> BaseGeometry | None:
        try:
            return shapely.Point(_number(row[longitude]), _number(row[latitude]))
        except ValueError:
            return None

    return Places((longitude, latitude), place)


def _pair_column(rows: Sequence[Attributes]) -> Places | None:
    column = _column(rows, PAIR)
    if column is None:
        return None

    def place(row: Attributes) -> BaseGeometry | None:
        found = PAIR.fullmatch(row[column] or "")
        return shapely.Point(float(found[2]), float(found[1])) if found else None

    return Places((column,), place)


def _shape_column(rows: Sequence[Attributes]) -> Places | None:
    column = _column(rows, SHAPE)
    if column is None:
        return None

    def place(row: Attributes) -> BaseGeometry | None:
        text = str(row[column] or "").rpartition("SRID=")[2].partition(";")
        try:
            return shapely.force_2d(shapely.from_wkt(text[2] or text[0]))
        except (shapely.errors.ShapelyError, NotImplementedError):  # it knows no arcs
            return None

    return Places((column,), place)


def _column(rows: Sequence[Attributes], pattern: re.Pattern[str]) -> str | None:
    """The first column that holds such a value in one of the first rows."""
    cells = ((name, value) for row in rows[:LOOKED_AT] for name, value in row.items())
    return next((name for name, value in cells if isinstance(value, str) and pattern.fullmatch(value)), None)


def _number(cell: object) -> float:
    return float(re.sub(r"\s", "", str(cell)).replace(",", "."))
