"""Tile numbers of the Web Mercator grid (EPSG:3857, XYZ): which tiles cover an area, which area a tile covers."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from participation.basemaps.source_kinds import Bounds

DEEPEST = 22
POLE = 85.05112878


@dataclass(frozen=True, order=True)
class Tile:
    """One tile: zoom, column from the west, row from the north."""

    z: int
    x: int
    y: int


def parse_tile(z: str, x: str, y: str) -> Tile | None:
    """The tile of an address, or None when no such tile is in the grid."""
    if not all(text.isascii() and text.isdecimal() and len(text) <= 8 for text in (z, x, y)):
        return None
    tile = Tile(int(z), int(x), int(y))
    return tile if tile.z <= DEEPEST and max(tile.x, tile.y) < 1 << tile.z else None


def bounds_of(tile: Tile) -> Bounds:
    """The area of a tile in degrees."""
    west, east = (column / 2**tile.z * 360 - 180 for column in (tile.x, tile.x + 1))
    north, south = (_latitude(row / 2**tile.z) for row in (tile.y, tile.y + 1))
    return (west, south, east, north)


def tiles_in(bounds: Bounds, zooms: Iterable[int]) -> Iterator[Tile]:
    """Every tile that touches the area, zoom by zoom."""
    for z in zooms:
        columns, rows = _ranges(bounds, z)
        yield from (Tile(z, x, y) for x in columns for y in rows)


def count_tiles(bounds: Bounds, zooms: Iterable[int]) -> int:
    """How many `tiles_in` gives, without making them."""
    return sum(len(columns) * len(rows) for columns, rows in (_ranges(bounds, z) for z in zooms))


def touches(one: Bounds, other: Bounds) -> bool:
    """Whether two areas have anything in common."""
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _ranges(bounds: Bounds, z: int) -> tuple[range, range]:
    west, south, east, north = bounds
    columns = range(_clamp((west + 180) / 360, z), _clamp((east + 180) / 360, z) + 1)
    return columns, range(_clamp(_fraction(north), z), _clamp(_fraction(south), z) + 1)


def _clamp(fraction: float, z: int) -> int:
    return max(0, min(math.floor(fraction * 2**z), 2**z - 1))


def _fraction(latitude: float) -> float:
    radians = math.radians(max(-POLE, min(latitude, POLE)))
    return (1 - math.asinh(math.tan(radians)) / math.pi) / 2


def _latitude(fraction: float) -> float:
    return math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * fraction))))
