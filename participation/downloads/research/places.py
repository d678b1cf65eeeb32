"""Where a mark is, as coarsely as the package tells it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import h3
import orjson
import shapely

from exports.shapes import shapes_of, transformer
from participation.downloads.reference_systems import METRE_DECIMALS
from participation.projects.models import Zone
from participation.projects.zone_lookup import ZoneLookup
from participation.safeguards.suppression import RESOLUTION

LINE = 1
Middle = tuple[Sequence[float | None], str | None]


class ZoneName(NamedTuple):
    code: str
    name: str


class Place(NamedTuple):
    """A zone, and the H3 cell within it; no cell of a line, which is told of by its zone alone."""

    zone: ZoneName | None
    hexagon: str | None


class Places:
    """`epsg`: what the middle of a hexagon is told in, beside degrees."""

    def __init__(self, zones: Sequence[Zone], epsg: int) -> None:
        self.lookup = ZoneLookup(zones)
        self.middles: dict[str | None, Middle] = {}
        self.of_schools: dict[tuple[float, float], ZoneName | None] = {}
        self.to_wanted = transformer(epsg)

    def of(self, geometries: Sequence[str]) -> list[Place]:
        """The place of each GeoJSON text (WGS84): of a point, of a line's middle, of a point inside an area."""
        shapes = shapes_of(geometries)
        points = shapely.point_on_surface(shapes)
        positions = zip(shapely.get_x(points).tolist(), shapely.get_y(points).tolist(), strict=True)
        cells = [h3.latlng_to_cell(lat, lon, RESOLUTION) for lon, lat in positions]
        lines = (shapely.get_dimensions(shapes) == LINE).tolist()
        return [
            Place(_named(zone), None if line else cell)
            for zone, cell, line in zip(self.lookup.of(geometries), cells, lines, strict=True)
        ]

    def zone_at(self, longitude: float | None, latitude: float | None) -> ZoneName | None:
        """The zone that a school lies in."""
        if longitude is None or latitude is None:
            return None
        place = (longitude, latitude)
        if place not in self.of_schools:
            [zone] = self.lookup.at(shapely.points([place]))
            self.of_schools[place] = _named(zone)
        return self.of_schools[place]

    def middle(self, hexagon: str | None) -> Middle:
        """lon, lat, e and n of a hexagon's middle, and the point as GeoJSON."""
        if hexagon not in self.middles:
            self.middles[hexagon] = self._middle(hexagon) if hexagon else ([None] * 4, None)
        return self.middles[hexagon]

    def _middle(self, hexagon: str) -> Middle:
        latitude, longitude = h3.cell_to_latlng(hexagon)
        lon, lat = round(longitude, 6), round(latitude, 6)
        e, n = self.to_wanted.transform(lon, lat)
        point = orjson.dumps({"type": "Point", "coordinates": [lon, lat]}).decode()
        return [lon, lat, round(e, METRE_DECIMALS), round(n, METRE_DECIMALS)], point


def _named(zone: Zone | None) -> ZoneName | None:
    return ZoneName(zone.code, zone.name) if zone else None
