"""Which zone something lies in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from participation.projects.models import Zone

# GeoJSON is read without letting go of the interpreter: those of a whole city at once kept everybody waiting.
AT_ONCE = 2000


class ZoneLookup:
    """Knows the zones of a project; where zones of several kinds lie on each other, the smallest is meant."""

    def __init__(self, zones: Sequence[Zone]) -> None:
        shapes = shapely.make_valid(shapely.from_geojson([zone.geometry for zone in zones]))
        order = np.argsort(shapely.area(shapes), kind="stable")
        self.zones = [zones[number] for number in order]
        self.shapes: NDArray[Any] = shapes[order] if len(zones) else shapes
        self._tree = shapely.STRtree(self.shapes)

    def of(self, geometries: Sequence[str]) -> list[Zone | None]:
        """The zone of each GeoJSON text (WGS84): of a point, of a line's middle, of a point inside an area."""
        if not self.zones:
            return [None] * len(geometries)
        found: list[Zone | None] = []
        for start in range(0, len(geometries), AT_ONCE):
            found += self._of(geometries[start : start + AT_ONCE])
        return found

    def _of(self, geometries: Sequence[str]) -> list[Zone | None]:
        shapes = shapely.from_geojson(list(geometries))
        kinds = shapely.get_type_id(shapes)
        lines = kinds == shapely.GeometryType.LINESTRING
        others = ~lines & (kinds != shapely.GeometryType.POINT)
        shapes[lines], shapes[others] = _middles(shapes[lines]), shapely.point_on_surface(shapes[others])
        return self.at(shapes)

    def at(self, points: NDArray[Any]) -> list[Zone | None]:
        """The zone of each shapely point (WGS84)."""
        known = [*self.zones, None]
        return [known[number] for number in self.numbers_at(points)]

    def numbers_at(self, points: NDArray[Any]) -> list[int]:
        """The place among `zones` of the zone of each shapely point (WGS84); one beyond the last for none."""
        found = np.full(len(points), len(self.zones))
        marks, zones = self._tree.query(points, predicate="intersects")
        np.minimum.at(found, marks, zones)
        return list(found.tolist())


def _middles(lines: NDArray[Any]) -> NDArray[Any]:
    """Halfway along each line as it is walked: a degree east is shorter than a degree north."""
    if not len(lines):
        return lines
    shrink = np.array([np.cos(np.radians(shapely.get_coordinates(lines)[:, 1].mean())), 1.0])
    walked = shapely.transform(lines, lambda degrees: degrees * shrink)
    halfway = shapely.line_interpolate_point(walked, 0.5, normalized=True)
    return np.asarray(shapely.transform(halfway, lambda shrunk: shrunk / shrink))
