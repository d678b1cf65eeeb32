"""One feature of a geographic file, in WGS84, or what is wrong with it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from shapely.geometry.base import BaseGeometry


@dataclass(slots=True)
class Row:
    """One feature: its number in the file from 1, its attributes, its geometry in WGS84 degrees or what is wrong with it.

    `notice` is what was mended in a row that can be used; `identity` is a GeoJSON feature's own id.
    """

    number: int
    attributes: dict[str, Any]
    geometry: BaseGeometry | None
    problem: str | None = None
    notice: str | None = None
    identity: str | int | float | None = None


def placed(number: int, attributes: dict[str, Any], shape: BaseGeometry) -> Row:
    """The row when its geometry has something in it and lies on the globe."""
    if shape.is_empty:
        return Row(number, attributes, None, _("The row has no geometry."))
    west, south, east, north = shape.bounds
    if not all(math.isfinite(edge) for edge in shape.bounds) or west < -180 or east > 180 or south < -90 or north > 90:
        return Row(
            number,
            attributes,
            None,
            _(
                "The coordinates are not degrees. Is the file in UTM? Save it with its coordinate system (EPSG:25832) and try again."
            ),
        )
    return Row(number, attributes, shape)
