"""Is a mark where the project is? Degrees, WGS84."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import orjson
import shapely
from shapely.geometry.base import BaseGeometry

# A child's road may begin outside the project's area, but not in another part of the country.
NEAR_DEGREES = 0.02
FAR_DEGREES = 0.35

HAIR = 1e-7

# West, south, east, north.
Box = tuple[float, float, float, float]

_asking = threading.Lock()


@lru_cache(maxsize=64)
def _reach(area: str) -> tuple[BaseGeometry, BaseGeometry]:
    shape = shapely.make_valid(shapely.from_geojson(area))
    near, far = shape.buffer(NEAR_DEGREES), shape.buffer(FAR_DEGREES)
    shapely.prepare(near)
    shapely.prepare(far)
    return near, far


def belongs(geometry: str, area: str | None) -> bool:
    """True when the GeoJSON `geometry` touches `area` or lies near it, and none of it is far away. No area: always."""
    return not strays([geometry], area)


def strays(geometries: Sequence[str], area: str | None) -> list[int]:
    """Which of the GeoJSON texts do not belong to `area`, by their place in the list."""
    if area is None or not geometries:
        return []
    near, far = _reach(area)
    shapes = shapely.from_geojson(geometries)
    # A prepared shape builds its index when first asked, and shapely asks without the interpreter's lock: two threads
    # at once ended the process.
    with _asking:
        inside = near.intersects(shapes) & far.contains(shapes)
    return [int(index) for index in (~inside).nonzero()[0]]


def surely_belong(boxes: Sequence[Box], area: str | None) -> bool:
    """True when all the boxes lie in what is near `area`, as most of what a class draws does: no need to read a geometry."""
    if area is None or not boxes:
        return True
    west, south, east, north = zip(*boxes, strict=True)
    # A point's own box is no area, so it is asked for with a hair around it.
    around = shapely.box(min(west) - HAIR, min(south) - HAIR, max(east) + HAIR, max(north) + HAIR)
    with _asking:
        return bool(_reach(area)[0].contains(around))


def bounds(geometry: dict[str, Any]) -> Box:
    """West, south, east, north of a Point, LineString or Polygon."""
    if geometry["type"] == "Point":
        longitude, latitude = geometry["coordinates"][:2]
        return longitude, latitude, longitude, latitude
    points = geometry["coordinates"] if geometry["type"] == "LineString" else geometry["coordinates"][0]
    longitudes, latitudes = zip(*(point[:2] for point in points), strict=True)
    return min(longitudes), min(latitudes), max(longitudes), max(latitudes)


def compact(geometry: dict[str, Any]) -> str:
    """The geometry as GeoJSON text without spaces."""
    return orjson.dumps(geometry).decode()
