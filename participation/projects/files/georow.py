"""One feature of a geographic file, or what is wrong with it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from flask_babel import gettext as _
from shapely.geometry.base import BaseGeometry

from participation.projects.files.degrees import ToDegrees, in_degrees
from surveys.clean_text import UNWANTED


@dataclass(slots=True)
class Row:
    """One feature: its number in the file from 1, its attributes, its geometry or what is wrong with it.

    The geometry is in the file's own coordinates until it is `placed`. `notice` is what was mended in how a row is
    written, `repair` what was wrong with its outline; `identity` is a GeoJSON feature's own id.
    """

    number: int
    attributes: dict[str, Any]
    geometry: BaseGeometry | None
    problem: str | None = None
    notice: str | None = None
    identity: str | int | float | None = None
    repair: str | None = None


@dataclass(frozen=True)
class Opened:
    """A file's rows in its own coordinates; `crs`: what it says these are, None where it says nothing.

    `layer`: the one that is read, None for files without.
    """

    crs: str | None
    rows: Iterator[Row]
    layer: str | None = None


def storable(row: Row) -> Row:
    """The row without the characters that no database or file of ours may hold, such as NUL, in its texts."""
    for name, value in row.attributes.items():
        if isinstance(value, str) and not value.isprintable():
            row.attributes[name] = value.translate(UNWANTED)
    return row


def placed(row: Row, change: ToDegrees | None) -> Row:
    """The row in WGS84 degrees, when its geometry has something in it and lies on the globe."""
    if row.geometry is None:
        return row
    if row.geometry.is_empty:
        return replace(row, geometry=None, problem=_("The row has no geometry."))
    shape = in_degrees(row.geometry, change)
    west, south, east, north = shape.bounds
    if not all(math.isfinite(edge) for edge in shape.bounds) or west < -180 or east > 180 or south < -90 or north > 90:
        message = _(
            "The coordinates are not degrees. Is the file in UTM? Say so where the file is taken in (on the command line with "
            "--crs 25832), or save it with its coordinate system."
        )
        return replace(row, geometry=None, problem=message)
    return replace(row, geometry=shape)
