"""CSV with coordinates: comma, semicolon or tab, in the encodings that Excel and older programs write."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import shapely
from flask_babel import gettext as _
from shapely.geometry.base import BaseGeometry

from participation.decoding import decoded
from participation.errors import Refused
from participation.projects.files.georow import Opened, Row

LONGITUDES = (
    "lon",
    "lng",
    "long",
    "longitude",
    "lengdegrad",
    "lengde",
    "x",
    "øst",
    "oest",
    "ost",
    "east",
    "easting",
    "e",
)
LATITUDES = ("lat", "latitude", "breddegrad", "bredde", "y", "nord", "north", "northing", "n")
PAIR = re.compile(r"\s*(-?\d{1,2}\.\d+)\s*[,; ]\s*(-?\d{1,3}\.\d+)\s*")
SHAPE = re.compile(r"\s*(?:SRID=\d+;)?\s*(?:MULTI)?(?:POINT|LINESTRING|POLYGON)\s*Z?M?\s*\(.*", re.I | re.S)
BLANK = ("", "NULL")
LOOKED_AT = 100

Attributes = dict[str, Any]
Place = Callable[[Attributes], BaseGeometry | None]


def opened(path: Path) -> Opened:
    """Each row's cells by column, and its geometry. Refused when no column holds coordinates.

    They stand in two columns, such as lon and lat, in one as "latitude, longitude", or in one as WKT.
    """
    text = decoded(path.read_bytes())
    head = text.partition("\n")[0]
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(";,\t", key=head.count))
    try:
        reader.fieldnames = _apart(reader.fieldnames or ())
        rows = [_attributes(row) for row in reader]
    except csv.Error as wrong:
        message = _(
            "The file cannot be read as CSV from row %(row)s on. Save it anew from the spreadsheet.",
            row=reader.line_num,
        )
        raise Refused(message) from wrong
    place = _two_columns(reader.fieldnames or ()) or _shape_column(rows) or _pair_column(rows)
    if place is None:
        raise Refused(_("The file has no columns for coordinates. Call them lon and lat."))
    return Opened(None, _placed(rows, place))


def _placed(rows: Sequence[Attributes], place: Place) -> Iterator[Row]:
    for number, attributes in enumerate(rows, 1):
        shape = place(attributes)
        yield Row(number, attributes, shape, None if shape else _("The coordinates are not numbers."))


def _apart(headings: Sequence[str]) -> list[str]:
    """The headings under different names: a column whose name an earlier one has is no longer hidden by it."""
    found: list[str] = []
    for heading in headings:
        name, number = heading, 1
        while name and name in found:
            number += 1
            name = f"{heading} ({number})"
        found.append(name)
    return found


def _attributes(row: dict[Any, Any]) -> Attributes:
    return {name: None if value in BLANK else value for name, value in row.items() if isinstance(name, str)}


def _two_columns(names: Sequence[str]) -> Place | None:
    known = {(name or "").strip().lower(): name for name in names}
    longitude = next((known[name] for name in LONGITUDES if name in known), None)
    latitude = next((known[name] for name in LATITUDES if name in known), None)
    if longitude is None or latitude is None:
        return None

    def place(row: Attributes) -> BaseGeometry | None:
        try:
            return shapely.Point(_number(row[longitude]), _number(row[latitude]))
        except ValueError:
            return None

    return place


def _pair_column(rows: Sequence[Attributes]) -> Place | None:
    column = _column(rows, PAIR)

    def place(row: Attributes) -> BaseGeometry | None:
        found = PAIR.fullmatch(row[column] or "") if column else None
        return shapely.Point(float(found[2]), float(found[1])) if found else None

    return place if column else None


def _shape_column(rows: Sequence[Attributes]) -> Place | None:
    column = _column(rows, SHAPE)

    def place(row: Attributes) -> BaseGeometry | None:
        text = str(row[column] or "").rpartition("SRID=")[2].partition(";") if column else ("", "", "")
        try:
            return shapely.force_2d(shapely.from_wkt(text[2] or text[0]))
        except shapely.errors.ShapelyError:
            return None

    return place if column else None


def _column(rows: Sequence[Attributes], pattern: re.Pattern[str]) -> str | None:
    """The first column that holds such a value in one of the first rows."""
    cells = ((name, value) for row in rows[:LOOKED_AT] for name, value in row.items())
    return next((name for name, value in cells if isinstance(value, str) and pattern.fullmatch(value)), None)


def _number(cell: object) -> float:
    return float(re.sub(r"\s", "", str(cell)).replace(",", "."))
