"""The circle that hides a home. The device computes it in JavaScript; this is what that is tested against.

The circle, its seed and the uncut route never leave the device, so nothing here runs on a response.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, pi, sin, sqrt, tau

import h3

from participation.safeguards.home_cut import Line, kept
from participation.safeguards.local_metres import Position, between, distance_m, length_m, metres_per_degree

DWELLINGS = 20
SMALLEST_M, UNKNOWN_M, LARGEST_M = 100.0, 200.0, 400.0
ROUNDING_M = 1.0  # a vertex on the edge must not be rounded into the circle
CELL_RESOLUTION = 10


@dataclass(frozen=True, slots=True)
class PrivacyCircle:
    """Centre in lon/lat (WGS84), radius in metres."""

    centre: tuple[float, float]
    radius: float


def privacy_circle(home: Position, density: float | None, seed: tuple[float, float]) -> PrivacyCircle:
    """`density`: dwellings per m², None where unknown. `seed`: two random numbers, each 0 ≤ n < 1."""
    radius = _radius(density)
    away, turn = radius / 2 * sqrt(seed[0]), tau * seed[1]
    east, north = metres_per_degree(home[1])
    return PrivacyCircle((home[0] + away * cos(turn) / east, home[1] + away * sin(turn) / north), radius)


def is_inside(position: Position, circle: PrivacyCircle) -> bool:
    return distance_m(position, circle.centre) <= circle.radius


def cut_by_circles(route: Sequence[Position], circles: Sequence[PrivacyCircle]) -> Line | None:
    """The longest part of the route outside every circle, None where under 100 m would remain."""
    parts: list[list[Position]] = [list(route)]
    for circle in circles:
        parts = [outside for part in parts for outside in _parts_outside(part, circle)]
    return kept(max(parts, key=length_m)) if parts else None


def hidden_sticker(position: Position, circles: Sequence[PrivacyCircle]) -> list[float]:
    """Where a sticker is kept: inside a circle, in the middle of its H3 cell."""
    lon, lat = position
    if any(is_inside(position, circle) for circle in circles):
        lat, lon = h3.cell_to_latlng(h3.latlng_to_cell(lat, lon, CELL_RESOLUTION))
    return [round(lon, 5), round(lat, 5)]


def _radius(density: float | None) -> float:
    if not density or density <= 0:
        return UNKNOWN_M
    return min(max(2 * sqrt(DWELLINGS / (pi * density)), SMALLEST_M), LARGEST_M)


def _parts_outside(line: list[Position], circle: PrivacyCircle) -> list[list[Position]]:
    if all(_shares_outside(a, b, circle.centre, circle.radius) == [(0, 1)] for a, b in pairwise(line)):
        return [line]
    parts: list[list[Position]] = []
    for a, b in pairwise(line):
        for start, end in _shares_outside(a, b, circle.centre, circle.radius + ROUNDING_M):
            if parts and start == 0 and parts[-1][-1] == a:
                parts[-1].append(between(a, b, end) if end < 1 else b)
            else:
                parts.append([between(a, b, start) if start > 0 else a, between(a, b, end) if end < 1 else b])
    return parts


def _shares_outside(a: Position, b: Position, centre: Position, radius: float) -> list[tuple[float, float]]:
    """The stretches of a→b, as shares of it, at least `radius` metres from the centre."""
    east, north = metres_per_degree(centre[1])
    x, y = (a[0] - centre[0]) * east, (a[1] - centre[1]) * north
    dx, dy = (b[0] - a[0]) * east, (b[1] - a[1]) * north
    squared = dx * dx + dy * dy
    half = x * dx + y * dy
    apart = x * x + y * y - radius**2
    under_root = half * half - squared * apart
    if squared == 0 or under_root <= 0:
        return [] if apart < 0 else [(0.0, 1.0)]
    enters, leaves = (-half - sqrt(under_root)) / squared, (-half + sqrt(under_root)) / squared
    stretches = [(0.0, min(enters, 1.0)), (max(leaves, 0.0), 1.0)]
    return [(start, end) for start, end in stretches if start < end]
