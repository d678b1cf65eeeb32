"""Cuts away the home end of a route that the device has not cut: in memory, before anything is stored."""

from collections.abc import Sequence
from itertools import pairwise

from participation.safeguards.local_metres import Position, between, distance_m, length_m

CUT_M = 200
SHORTEST_KEPT_M = 100
DECIMALS = 5

Line = list[list[float]]


def cut_home_end(route: Sequence[Position], school: Position | None) -> Line | None:
    """The route (lon/lat, WGS84) without the 200 m nearest home, None where under 100 m would remain.

    Home is the end away from the school; where no school is known, either end may be, and both are cut.
    The 200 m are measured along the route: a circle around home would give home away as its centre.
    """
    ends = ("start", "end") if school is None else (_home_end(route, school),)
    line: Sequence[Position] = route
    for end in ends:
        line = _without_start(line) if end == "start" else _without_start(line[::-1])[::-1]
    return kept(line)


def kept(line: Sequence[Position]) -> Line | None:
    """Rounded to five decimals, repeated points dropped; None where it is too short to keep."""
    rounded: Line = []
    for longitude, latitude, *_height in line:
        position = [round(longitude, DECIMALS), round(latitude, DECIMALS)]
        if not rounded or position != rounded[-1]:
            rounded.append(position)
    return rounded if length_m(rounded) >= SHORTEST_KEPT_M else None


def _home_end(route: Sequence[Position], school: Position) -> str:
    return "start" if distance_m(route[0], school) > distance_m(route[-1], school) else "end"


def _without_start(line: Sequence[Position]) -> Sequence[Position]:
    """Empty where all of it goes."""
    left: float = CUT_M
    for index, (a, b) in enumerate(pairwise(line)):
        step = distance_m(a, b)
        if step > left:
            return [between(a, b, left / step), *line[index + 1 :]]
        left -= step
    return []
