"""Where a mark is: its point, its zone, and its length or area, for many marks at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from exports.shapes import Drawn, in_crs, moved, of_kinds, shapes_of, transformer
from exports.vertices import Numbers, Vertices, vertices_of
from participation.downloads.reference_systems import DEGREE_DECIMALS, decimals
from participation.projects.models import Zone
from participation.projects.zone_lookup import ZoneLookup

POINT, LINE, AREA = 0, 1, 2
Column = Sequence[float | None]


@dataclass(frozen=True)
class Whereabouts:
    """Of many marks, a column each: degrees (WGS84), `e` and `n` in the wanted CRS, metres and square metres in the project's.

    None where undefined. `zones`: places among the surveyor's, one beyond the last for none. A line is at its middle, an
    area at a point inside it; so is its zone. `drawn`: gives the geometries themselves in the wanted CRS, as a `Lot` has them.
    """

    lon: Column
    lat: Column
    e: Column
    n: Column
    length_m: Column
    area_m2: Column
    zones: Sequence[int]
    drawn: Callable[[], Sequence[Drawn]]


class Surveyor:
    """Knows a project's zones and two coordinate reference systems, and looks marks up in them."""

    def __init__(self, zones: Sequence[Zone], project_crs: int, crs: int | None = None) -> None:
        self.zones = ZoneLookup(zones)
        self.metric = project_crs
        self.wanted = crs or project_crs
        self.to_metres = transformer(self.metric)
        self.to_wanted = transformer(self.wanted)
        self.decimals = decimals(self.wanted)

    def look_up(self, geometries: Sequence[str]) -> Whereabouts:
        """Of GeoJSON texts (WGS84). What is too far away for a reference system has neither coordinates nor size in it."""
        with np.errstate(invalid="ignore"):
            return self._look_up(geometries)

    def _look_up(self, geometries: Sequence[str]) -> Whereabouts:
        lon, lat, length, area = np.full((4, len(geometries)), np.nan)
        plain, unplain = vertices_of(geometries)
        metric = [in_crs(each, self.metric) for each in plain]
        others = unplain
        for degrees, metres in zip(plain, metric, strict=True):
            places = degrees.positions
            if not np.isfinite(metres.xy).all():
                others = sorted([*others, *places])
            elif degrees.kind == "point":
                lon[places], lat[places] = degrees.xy.T
            else:
                length[places], middles = metres.lengths_and_middles()
                lon[places], lat[places] = self._degrees(*middles.T)
        if others:
            shapes = shapes_of([geometries[place] for place in others])
            lon[others], lat[others], length[others], area[others] = self._measured(shapes)
        e, n = self.to_wanted.transform(lon, lat)
        return Whereabouts(
            _plain(lon, DEGREE_DECIMALS),
            _plain(lat, DEGREE_DECIMALS),
            _plain(np.asarray(e), self.decimals),
            _plain(np.asarray(n), self.decimals),
            _plain(length, 1),
            _plain(area, 1),
            self.zones.numbers_at(shapely.points(lon, lat)) if self.zones.zones else [0] * len(geometries),
            lambda: of_kinds(self._in_wanted(plain, metric), geometries, unplain, self.wanted),
        )

    def _in_wanted(self, degrees: Sequence[Vertices], metric: Sequence[Vertices]) -> Sequence[Vertices]:
        if self.metric == self.wanted:
            return metric
        return [in_crs(each, self.wanted) for each in degrees]

    def _degrees(self, e: Numbers, n: Numbers) -> tuple[Numbers, Numbers]:
        return self.to_metres.transform(e, n, direction="INVERSE")

    def _measured(self, shapes: NDArray[Any]) -> tuple[Numbers, Numbers, Numbers, Numbers]:
        """Degrees east and north, length and area of shapely geometries of any kind."""
        dimensions = shapely.get_dimensions(shapes)
        metric = np.full(len(shapes), None, object)
        metric[dimensions >= LINE] = moved(shapes[dimensions >= LINE], self.metric)
        lon, lat = self._points(shapes, metric, dimensions)
        length = np.where(dimensions == LINE, shapely.length(metric), np.nan)
        return lon, lat, length, np.where(dimensions == AREA, shapely.area(metric), np.nan)

    def _points(self, shapes: NDArray[Any], metric: NDArray[Any], dimensions: NDArray[Any]) -> tuple[Numbers, Numbers]:
        lines = (dimensions == LINE) & np.isfinite(shapely.length(metric))
        points = shapes.copy()
        others = (shapely.get_type_id(shapes) != POINT) & ~lines
        points[others] = shapely.point_on_surface(shapes[others])
        points[lines] = None
        lon, lat = shapely.get_x(points), shapely.get_y(points)
        middles = _middles(metric[lines])
        lon[lines], lat[lines] = self._degrees(shapely.get_x(middles), shapely.get_y(middles))
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
    known = np.full(len(rounded), None, object)
    known[finite] = rounded[finite]
    return known.tolist()
