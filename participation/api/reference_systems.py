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


def outline(box: Sequence[float], given: System) -> shapely.Polygon:
    """A box (west, south, east, north in `given`, east not west of west) as an outline in WGS84, longitude first."""
    shape = shapely.box(*box)
    if given.epsg == WGS84:
        return shape
    dense = shapely.segmentize(shape, max(box[2] - box[0], box[3] - box[1]) / 32 or 1)

    def back(points: NDArray[Any]) -> NDArray[Any]:
        found = transformer(given.epsg).transform(points[:, 0], points[:, 1], direction="INVERSE")
        return np.column_stack(found)

    return shapely.transform(dense, back)
