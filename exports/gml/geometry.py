"""Geometries as GML."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from pyproj import CRS

NORTH = "north"
SEVERAL = {
    "MultiPoint": ("MultiPoint", "pointMember"),
    "MultiLineString": ("MultiCurve", "curveMember"),
    "MultiPolygon": ("MultiSurface", "surfaceMember"),
}
DECIMALS_OF_DEGREES, DECIMALS_OF_METRES = 7, 2


class Drawing:
    """Writes shapely geometries in the coordinate reference system `epsg`, the axes in its own order."""

    def __init__(self, epsg: int) -> None:
        crs = CRS.from_epsg(epsg)
        self.name = f"urn:ogc:def:crs:EPSG::{epsg}"
        self.north_first = crs.axis_info[0].direction == NORTH
        self.decimals = DECIMALS_OF_DEGREES if crs.is_geographic else DECIMALS_OF_METRES

    def drawn(self, shape: Any, identity: str) -> str:
        """One GML element. `identity`: of the geometry in the file; its parts get numbers behind it."""
        return self._named(shape, identity, f' srsName="{self.name}" srsDimension="2"')

    def _named(self, shape: Any, identity: str, crs: str = "") -> str:
        kind = shape.geom_type
        head = f' gml:id="{identity}"{crs}'
        if kind == "Point":
            return f"<gml:Point{head}><gml:pos>{self._numbers(shape)}</gml:pos></gml:Point>"
        if kind == "LineString":
            return f"<gml:LineString{head}><gml:posList>{self._numbers(shape)}</gml:posList></gml:LineString>"
        if kind == "Polygon":
            return f"<gml:Polygon{head}>{self._rings(shape)}</gml:Polygon>"
        return self._several(kind, shape, identity, head)

    def _rings(self, polygon: Any) -> str:
        rings = [("exterior", polygon.exterior), *(("interior", ring) for ring in polygon.interiors)]
        return "".join(
            f"<gml:{side}><gml:LinearRing><gml:posList>{self._numbers(ring)}</gml:posList></gml:LinearRing></gml:{side}>"
            for side, ring in rings
        )

    def _several(self, kind: str, shape: Any, identity: str, head: str) -> str:
        name, member = SEVERAL[kind]
        parts = "".join(
            f"<gml:{member}>{self._named(part, f'{identity}.{number}')}</gml:{member}>"
            for number, part in enumerate(shape.geoms, start=1)
        )
        return f"<gml:{name}{head}>{parts}</gml:{name}>"

    def _numbers(self, shape: Any) -> str:
        coordinates = shapely.get_coordinates(shape)
        ordered = coordinates[:, ::-1] if self.north_first else coordinates
        return " ".join(map(repr, np.round(ordered, self.decimals).ravel().tolist()))
