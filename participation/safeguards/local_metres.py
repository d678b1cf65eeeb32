"""Metres between nearby WGS84 positions `(lon, lat)`, to about one in ten thousand over a few kilometres."""

from collections.abc import Sequence
from itertools import pairwise
from math import cos, hypot, radians

Position = Sequence[float]


def metres_per_degree(lat: float) -> tuple[float, float]:
    """East–west and north–south, by the series of the WGS84 ellipsoid."""
    phi = radians(lat)
    east = 111412.84 * cos(phi) - 93.5 * cos(3 * phi) + 0.118 * cos(5 * phi)
    north = 111132.954 - 559.822 * cos(2 * phi) + 1.175 * cos(4 * phi)
    return east, north


def distance_m(a: Position, b: Position) -> float:
    east, north = metres_per_degree((a[1] + b[1]) / 2)
    return hypot((b[0] - a[0]) * east, (b[1] - a[1]) * north)


def length_m(line: Sequence[Position]) -> float:
    return sum(distance_m(a, b) for a, b in pairwise(line))


def between(a: Position, b: Position, share: float) -> tuple[float, float]:
    """The position at `share` (0–1) of the way from a to b."""
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
