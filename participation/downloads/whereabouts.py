"""Where a mark is: its point, its zone, and its length or area, for many marks at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from exports.shapes import moved, shapes_of
from participation.downloads.reference_systems import DEGREE_DECIMALS, decimals, transformer
from participation.projects.models import Zone
from participation.projects.zone_lookup import ZoneLookup

POINT, LINE, AREA = 0, 1, 2
Numbers = NDArray[np.float64]
Column = Sequence[float | None]


@dataclass(frozen=True)
class Whereabouts:
    """Of many marks, a column each: degrees (WGS84), `e` and `n` in the wanted CRS, metres and square metres in the project's.

    None where undefined. `zones`: places among the surveyor's, one beyond the last for none. A line is at its middle, an
    area at a point inside it; so is its zone. `moved`: gives the geometries themselves, shapely's, in the wanted CRS.
    """

    lon: Column
    lat: Column
    e: Column
    n: Column
    length_m: Column
    area_m2: Column
    zones: Sequence[int]
    moved: Callable[[], NDArray[Any]]


class Surveyor:
    """Knows a project's zones and two coordinate reference systems, and looks marks up in them."""

    def __init__(self, zones: Sequence[Zone], project_crs: int, crs: int | None = None) -> None:
        self.zones = ZoneLookup(zones)
        self.wanted = crs or project_crs
        self.to_metres = transformer(project_crs)
        self.to_wanted = transformer(self.wanted)
        self.decimals = decimals(self.wanted)

    def look_up(self, geometries: Sequence[str]) -> Whereabouts:
        """Of GeoJSON texts (WGS84). What is too far away for a reference system has neither coordinates nor size in it."""
        with np.errstate(invalid="ignore"):
            return self._look_up(geometries)

    def _look_up(self, geometries: Sequence[str]) -> Whereabouts:
        shapes = shapes_of(geometries)
        dimensions = shapely.get_dimensions(shapes)
        metric = self._measurable(shapes, dimensions)
        lon, lat = self._points(shapes, metric, dimensions)
        e, n = self.to_wanted.transform(lon, lat)
        return Whereabouts(
            _plain(lon, DEGREE_DECIMALS),
            _plain(lat, DEGREE_DECIMALS),
            _plain(np.asarray(e), self.decimals),
            _plain(np.asarray(n), self.decimals),
            _plain(np.where(dimensions == LINE, shapely.length(metric), np.nan), 1),
            _plain(np.where(dimensions == AREA, shapely.area(metric), np.nan), 1),
            self.zones.numbers_at(shapely.points(lon, lat)) if self.zones.zones else [0] * len(shapes),
            lambda: self._moved(shapes, metric),
        )

    def _measurable(self, shapes: NDArray[Any], dimensions: NDArray[Any]) -> NDArray[Any]:
        """Lines and areas in metres; None for points, of which nothing is measured."""
        metric = np.full(len(shapes), None, object)
        measured = dimensions >= LINE
        metric[measured] = shapely.transform(shapes[measured], self._metres)
        return metric

    def _moved(self, shapes: NDArray[Any], metric: NDArray[Any]) -> NDArray[Any]:
        if self.to_metres is not self.to_wanted:
            return moved(shapes, self.wanted)
        points = shapely.is_missing(metric)
        whole = metric.copy()
        whole[points] = moved(shapes[points], self.wanted)
        return whole

    def _metres(self, coordinates: Numbers) -> Numbers:
        return np.column_stack(self.to_metres.transform(coordinates[:, 0], coordinates[:, 1]))

    def _points(self, shapes: NDArray[Any], metric: NDArray[Any], dimensions: NDArray[Any]) -> tuple[Numbers, Numbers]:
        lines = (dimensions == LINE) & np.isfinite(shapely.length(metric))
        points = shapes.copy()
        others = (shapely.get_type_id(shapes) != POINT) & ~lines
        points[others] = shapely.point_on_surface(shapes[others])
        points[lines] = None
        lon, lat = shapely.get_x(points), shapely.get_y(points)
        middles = _middles(metric[lines])
        lon[lines], lat[lines] = self.to_metres.transform(
            shapely.get_x(middles), shapely.get_y(middles), direction="INVERSE"
        )
        return lon, lat


def _middles(lines: NDArray[Any]) -> NDArray[Any]:
    longest = lines.copy()
    for number in np.flatnonzero(shapely.get_num_geometries(lines) > 1).tolist():
        longest[number] = max(shapely.get_parts(lines[number]), key=shapely.length)
    return shapely.line_interpolate_point(shapely.get_geometry(longest, 0), 0.5, normalized=True)


def _plain(numbers: Numbers, decimals: int) -> Column:
    rounded = np.round(numbers, decimals)
    finite = np.isfinite(rounded)
    if finite.all():
        return rounded.tolist()
    if not finite.any():
        return [None] * len(rounded)
    return [number if isfinite(number) else None for number in rounded.tolist()]
