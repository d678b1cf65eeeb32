"""Zebra crossings as short lines across the street: what a child looks for, drawn where it is."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import shapely

MARKED = ("uncontrolled", "marked", "zebra", "traffic_signals")
HALF_WIDTH = {"main": 6.0, "collector": 5.0, "link": 4.0, "minor": 3.5, "service": 2.5}  # metres of carriageway
METRES_PER_DEGREE = 111_320
TOUCHES = 1e-7  # degrees: a crossing is a vertex of the street it crosses


def is_marked(tags: dict[str, str]) -> bool:
    crossing = tags.get("highway") == "crossing"
    return crossing and (tags.get("crossing_ref") == "zebra" or tags.get("crossing") in MARKED)


def across(places: list[Any], streets: list[tuple[str, Any]]) -> Iterator[Any]:
    """A line from kerb to kerb for each WGS84 place that lies on a street of (layer, line)."""
    tree = shapely.STRtree([line for _, line in streets])
    for place in places:
        on = [index for index in tree.query(place, "dwithin", TOUCHES) if streets[index][0] in HALF_WIDTH]
        if on:
            layer, line = streets[min(on)]
            yield _crosswise(place, line, HALF_WIDTH[layer])


def _crosswise(place: Any, line: Any, half: float) -> Any:
    scale = np.array([np.cos(np.radians(place.y)), 1.0])
    at = line.project(place)
    before, after = (line.interpolate(min(max(at + step, 0), line.length)) for step in (-5e-5, 5e-5))
    along = (np.array(after.coords[0]) - before.coords[0]) * scale
    aside = np.array([-along[1], along[0]]) / np.hypot(*along) * half / METRES_PER_DEGREE / scale
    centre = np.array(place.coords[0])
    return shapely.LineString([centre - aside, centre + aside])
