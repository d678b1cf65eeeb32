"""Coordinate reference systems that places are given in, by their EPSG codes."""

from __future__ import annotations

from functools import lru_cache

from pyproj import CRS
from pyproj.exceptions import CRSError

DEGREE_DECIMALS = 6
METRE_DECIMALS = 2


@lru_cache(maxsize=64)
def decimals(epsg: int) -> int:
    """With how many a coordinate of this system is written."""
    return DEGREE_DECIMALS if CRS.from_epsg(epsg).is_geographic else METRE_DECIMALS


def known_crs(epsg: int) -> bool:
    """True for an EPSG code of a coordinate reference system with two axes to draw on."""
    try:
        crs = CRS.from_epsg(epsg)
    except CRSError:
        return False
    return crs.is_projected or crs.is_geographic
