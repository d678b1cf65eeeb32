"""Where a mark is: its point, its zone, and its length or area, for many marks at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError

from exports.shapes import shapes_of
from participation.projects.models import Zone
from participation.projects.zone_lookup import ZoneLookup

WGS84 = 4326
DEGREE_DECIMALS = 6
METRE_DECIMALS = 2
Numbers = NDArray[np.float64]


class Whereabouts(NamedTuple):
    """Degrees (WGS84), `e` and `n` in the wanted CRS, metres and square metres in the project's; None where undefined.

    A line is at its middle, an area at a point inside it; so is its zone.
    """

    lon: float | None
    lat: float | None
    e: float | None
    n: float | None
    length_m: float | None
    area_m2: float | None
    zone_code: str | None
    zone_name: str | None


class Surveyor:
    """Knows a project's zones and two coordinate reference systems, and looks marks up in them."""

    def __init__(self, zones: Sequence[Zone], project_crs: int, crs: int | None = None) -> None:
        self.zones = ZoneLookup(zones)
        self.wanted = crs or project_crs
        self.to_metres = Transformer.from_crs(WGS84, project_crs, always_xy=True)
        self.to_wanted = Transformer.from_crs(WGS84, self.wanted, always_xy=True)
        self.decimals = DEGREE_DECIMALS if CRS.from_epsg(self.wanted).is_geographic else METRE_DECIMALS

    def look_up(self, geometries: Sequence[str]) -> list[Whereabouts]:
        """One answer for each GeoJSON text (WGS84)."""
        shapes = shapes_of(geometries)
        dimensions = shapely.get_dimensions(shapes)
        metric = shapely.transform(shapes, self._metres)
        lon, lat = self._points(shapes, metric, dimensions)
        e, n = self.to_wanted.transform(lon, lat)
        lengths = np.where(dimensions == 1, shapely.length(metric), np.nan)
        areas = np.where(dimensions == 2, shapely.area(metric), np.nan)
        zones = self.zones.at(shapely.points(lon, lat))
        columns = (
            _plain(lon, DEGREE_DECIMALS),
            _plain(lat, DEGREE_DECIMALS),
            _plain(np.asarray(e), self.decimals),
            _plain(np.asarray(n), self.decimals),
            _plain(lengths, 1),
            _plain(areas, 1),
            [zone.code if zone else None for zone in zones],
            [zone.name if zone else None for zone in zones],
        )
        return [Whereabouts(*values) for values in zip(*columns, strict=True)]

    def _metres(self, coordinates: Numbers) -> Numbers:
        return np.column_stack(self.to_metres.transform(coordinates[:, 0], coordinates[:, 1]))

    def _points(self, shapes: NDArray[Any], metric: NDArray[Any], dimensions: NDArray[Any]) -> tuple[Numbers, Numbers]:
        points = shapely.point_on_surface(shapes)
        lon, lat = shapely.get_x(points), shapely.get_y(points)
        lines = (dimensions == 1) & np.isfinite(shapely.length(metric))
        middles = _middles(metric[lines])
        lon[lines], lat[lines] = self.to_metres.transform(
            shapely.get_x(middles), shapely.get_y(middles), direction="INVERSE"
        )
        return lon, lat


def known_crs(epsg: int) -> bool:
    """True for an EPSG code of a coordinate reference system with two axes to draw on."""
    try:
        crs = CRS.from_epsg(epsg)
    except CRSError:
        return False
    return crs.is_projected or crs.is_geographic


def _middles(lines: NDArray[Any]) -> NDArray[Any]:
    longest = [max(shapely.get_parts(line), key=shapely.length) for line in lines]
    return shapely.line_interpolate_point(np.array(longest, dtype=object), 0.5, normalized=True)


def _plain(numbers: Numbers, decimals: int) -> list[float | None]:
    return [round(number, decimals) if np.isfinite(number) else None for number in numbers.tolist()]
