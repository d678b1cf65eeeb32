"""CSV with coordinates: comma, semicolon or tab, in the encodings that Excel writes."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from flask_babel import gettext as _

from participation.decoding import decoded
from participation.errors import Refused

LONGITUDES = ("lon", "lng", "long", "longitude", "lengdegrad", "x", "øst", "east", "easting")
LATITUDES = ("lat", "latitude", "breddegrad", "y", "nord", "north", "northing")
PAIR = re.compile(r"\s*(-?\d{1,2}\.\d+)\s*[,; ]\s*(-?\d{1,3}\.\d+)\s*")
BLANK = ("", "NULL")

Attributes = dict[str, Any]
Position = tuple[float, float]
Place = Callable[[Attributes], Position | None]


def read_points(path: Path) -> Iterator[tuple[Attributes, Position | None]]:
    """Each row's cells by column, and its (longitude, latitude) or None. Refused when no column holds coordinates.

    They stand in two columns, such as lon and lat, or in one as "latitude, longitude".
    """
    text = decoded(path.read_bytes())
    head = text.partition("\n")[0]
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(";,\t", key=head.count))
    rows = [_attributes(row) for row in reader]
    place = _two_columns(reader.fieldnames or ()) or _one_column(rows)
    if place is None:
        raise Refused(_("The file has no columns for coordinates. Call them lon and lat."))
    for row in rows:
        yield row, place(row)


def _attributes(row: dict[Any, Any]) -> Attributes:
    return {name: None if value in BLANK else value for name, value in row.items() if isinstance(name, str)}


def _two_columns(names: Any) -> Place | None:
    known = {(name or "").strip().lower(): name for name in names}
    longitude = next((known[name] for name in LONGITUDES if name in known), None)
    latitude = next((known[name] for name in LATITUDES if name in known), None)
    if longitude is None or latitude is None:
        return None

    def place(row: Attributes) -> Position | None:
        try:
            return _number(row[longitude]), _number(row[latitude])
        except ValueError:
            return None

    return place


def _one_column(rows: list[Attributes]) -> Place | None:
    first = rows[0] if rows else {}
    column = next((name for name, value in first.items() if value and PAIR.fullmatch(value)), None)
    if column is None:
        return None

    def place(row: Attributes) -> Position | None:
        found = PAIR.fullmatch(row[column] or "")
        return (float(found[2]), float(found[1])) if found else None

    return place


def _number(cell: object) -> float:
    return float(str(cell).strip().replace(",", "."))
