"""The fjord, where the extract has streets only: what lies far from every street and path.

A guess that helps people find their way, so the theme draws it without an edge.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
import shapely

FJORD = (10.725, 59.885)
SHORE = 45  # metres from the outermost path to the water
INLET = 110  # metres: narrower water than twice this is not guessed at


def open_water(lines: list[Any]) -> Any:
    """The water around FJORD, WGS84, from WGS84 lines on land."""
    to_metres, to_degrees = _local_metres(FJORD)
    streets = shapely.simplify([shapely.transform(line, to_metres) for line in lines], 5)
    near = shapely.union_all(shapely.buffer(streets, SHORE + INLET, quad_segs=2))
    land = near.buffer(-INLET, quad_segs=4)
    water = shapely.box(*shapely.total_bounds(streets)).difference(land)
    water = water.buffer(-INLET / 2, quad_segs=4).buffer(INLET / 2, quad_segs=4)
    fjord = next(part for part in shapely.get_parts(water) if part.distance(shapely.Point(0, 0)) == 0)
    return shapely.transform(shapely.simplify(fjord, 5), to_degrees)


def _local_metres(origin: tuple[float, float]) -> tuple[Callable[..., Any], Callable[..., Any]]:
    scale = np.array([111_320 * np.cos(np.radians(origin[1])), 111_320])
    return (lambda xy: (xy - origin) * scale, lambda xy: xy / scale + origin)
