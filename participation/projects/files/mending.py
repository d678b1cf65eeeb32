"""Areas whose outlines cross themselves: what is wrong, where, and what they would be when mended."""

from __future__ import annotations

import re

import shapely
from flask_babel import gettext as _
from shapely.geometry.base import BaseGeometry

AREAS = ("Polygon", "MultiPolygon")
PLACE = re.compile(r"\[(\S+) (\S+)\]")


def is_broken(shape: BaseGeometry | None) -> bool:
    """True for an area that is none as it stands."""
    return shape is not None and shape.geom_type in AREAS and not shape.is_valid


def mended(shape: BaseGeometry) -> BaseGeometry:
    """The areas that the outline of `shape` encloses; empty where it encloses nothing."""
    whole = shapely.make_valid(shape)
    if whole.geom_type in AREAS:
        return whole
    parts = [part for part in shapely.get_parts(whole) if part.geom_type in AREAS]
    return shapely.union_all(parts) if parts else shapely.Polygon()


def what_is_broken(shape: BaseGeometry) -> str:
    """In words; `shape` is in degrees."""
    place = PLACE.search(shapely.is_valid_reason(shape))
    if not place:
        return _("The outline crosses itself.")
    longitude, latitude = float(place[1]), float(place[2])
    return _(
        "The outline crosses itself at %(latitude).5f north, %(longitude).5f east.",
        latitude=latitude,
        longitude=longitude,
    )
