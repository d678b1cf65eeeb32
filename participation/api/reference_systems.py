"""Coordinate reference systems by their addresses: what each is, and geometries in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import CRS

from exports.shapes import transformer
from exports.table import WGS84
from participation.downloads.reference_systems import decimals

CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
EPSG = "http://www.opengis.net/def/crs/EPSG/0/"
OFFERED = (4326, 25832, 25833)

Rectangle = tuple[float, float, float, float]
WORLD: Rectangle = (-180.0, -90.0, 180.0, 90.0)


class System(NamedTuple):
    """`uri`: what it is called; `north_first`: as EPSG:4326, where the latitude comes before the longitude."""

    uri: str
    epsg: int
    north_first: bool
    is_geographic: bool


def offered(project_crs: int) -> list[str]:
    """The addresses of those that a project's data come in, the usual one first."""
    return [CRS84, *(f"{EPSG}{code}" for code in dict.fromkeys((*OFFERED, project_crs)))]


@lru_cache(maxsize=64)
def system(uri: str) -> System:
    """The system with this address, one of those offered."""
    if uri == CRS84:
        return System(uri, WGS84, False, True)
    epsg = int(uri.removeprefix(EPSG))
    crs = CRS.from_epsg(epsg)
    return System(uri, epsg, crs.axis_info[0].direction == "north", crs.is_geographic)


def into(geometries: Sequence[str], wanted: System) -> Sequence[str]:
    """GeoJSON texts in WGS84 (longitude first) as texts in another system, its first axis first."""
    if wanted.uri == CRS84 or not geometries:
        return geometries
    kept = decimals(wanted.epsg)

    def moved(points: NDArray[Any]) -> NDArray[Any]:
        there = np.column_stack(transformer(wanted.epsg).transform(points[:, 0], points[:, 1]))
        return np.round(there[:, ::-1] if wanted.north_first else there, kept)

    texts: list[str] = shapely.to_geojson(shapely.transform(shapely.from_geojson(list(geometries)), moved)).tolist()
    return texts


def planar(shapes: NDArray[Any], wanted: System) -> NDArray[Any]:
    """Shapes in WGS84 (longitude first) in another system, east first; infinitely far away where it does not reach."""
    if wanted.epsg == WGS84:
        return shapes

    def moved(points: NDArray[Any]) -> NDArray[Any]:
        return np.column_stack(transformer(wanted.epsg).transform(points[:, 0], points[:, 1]))

    found: NDArray[Any] = shapely.transform(shapes, moved)
    return found


def around(box: Rectangle, given: System) -> Rectangle:
    """Degrees that all that lies in a box of metres lies within: the whole world where the box goes out to where the system
    no longer tells places apart, or over a pole."""
    dense = shapely.segmentize(shapely.box(*box), max(box[2] - box[0], box[3] - box[1]) / 32 or 1)
    there = transformer(given.epsg)
    x, y = shapely.get_coordinates(dense).T
    longitudes, latitudes = there.transform(x, y, direction="INVERSE")
    again = np.column_stack(there.transform(longitudes, latitudes))
    is_whole = np.isfinite(again).all() and np.abs(again - np.column_stack((x, y))).max() < 1
    if not is_whole or np.ptp(longitudes) > 180 or _holds_pole(box, given):
        return WORLD
    # Between two points of it, an edge may lie a little further out.
    beside, above = np.ptp(longitudes) / 50, np.ptp(latitudes) / 50
    west, south = longitudes.min() - beside, latitudes.min() - above
    return float(west), float(south), float(longitudes.max() + beside), float(latitudes.max() + above)


def _holds_pole(box: Rectangle, given: System) -> bool:
    west, south, east, north = box
    poles = (transformer(given.epsg).transform(0.0, latitude) for latitude in (90.0, -90.0))
    return any(west <= x <= east and south <= y <= north for x, y in poles)
