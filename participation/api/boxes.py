"""The `bbox` of an address: what it holds, also where it lies across the date line or further out than its system reaches."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from flask_babel import gettext as _

from participation.api.reference_systems import Rectangle, System, around, planar
from participation.errors import Refused

# Metres. The Earth is 40,000 km around: no system has a place further out.
FURTHEST = 1e8


@dataclass(frozen=True)
class Box:
    """`shape`: in `system`, east first, prepared. `around`: (west, south, east, north) in degrees of upright rectangles that
    all that it holds touches; nothing else does where the system is in degrees."""

    shape: shapely.Geometry
    around: Sequence[Rectangle]
    system: System

    def holds(self, shapes: Sequence[shapely.Geometry]) -> list[bool]:
        """Whether each shape (WGS84, longitude first) has a point in common with it."""
        known = np.asarray(shapes, dtype=object)
        found = self._is_near(known)
        there = planar(known[found], self.system)
        # What the system does not reach lies in no box of it.
        there[~np.isfinite(shapely.bounds(there)).all(axis=1)] = None
        found[found] = shapely.intersects(self.shape, there)
        whole: list[bool] = found.tolist()
        return whole

    def _is_near(self, shapes: np.ndarray) -> np.ndarray:
        ends = shapely.bounds(shapes)
        near = np.zeros(len(shapes), dtype=bool)
        for west, south, east, north in self.around:
            near |= (ends[:, 0] <= east) & (ends[:, 2] >= west) & (ends[:, 1] <= north) & (ends[:, 3] >= south)
        return near


def box_in(text: str, system: System) -> Box:
    """`text`: four numbers, or six where heights are passed over, in the order of `system`'s axes. Raises Refused."""
    west, south, east, north = _corners(_numbers(text), system)
    if south > north or (west > east and not system.is_geographic):
        raise Refused(_("The first corner of the bbox must be the lower left one, the second the upper right one."))
    if not system.is_geographic:
        if max(west, south) > FURTHEST or min(east, north) < -FURTHEST:
            raise Refused(_("The bbox is outside of what its coordinate reference system is for."))
        west, south = max(west, -FURTHEST), max(south, -FURTHEST)
        east, north = min(east, FURTHEST), min(north, FURTHEST)
    halves = [(west, 180.0), (-180.0, east)] if west > east else [(west, east)]
    rectangles = [(left, south, right, north) for left, right in halves]
    shape = shapely.union_all([shapely.box(*rectangle) for rectangle in rectangles])
    shapely.prepare(shape)
    return Box(shape, rectangles if system.is_geographic else [around(rectangles[0], system)], system)


def _numbers(text: str) -> list[float]:
    try:
        numbers = [float(part) for part in text.split(",")]
    except ValueError:
        numbers = []
    if len(numbers) not in (4, 6) or not all(map(math.isfinite, numbers)):
        message = _("bbox is four numbers with commas between, such as 5.2,60.3,5.4,60.4, and not “%(value)s”.")
        raise Refused(message % {"value": text[:80]})
    return numbers


def _corners(numbers: Sequence[float], system: System) -> tuple[float, float, float, float]:
    """West, south, east, north."""
    first, second = numbers[:2], numbers[len(numbers) // 2 :][:2]
    if system.north_first:
        first, second = first[::-1], second[::-1]
    return first[0], first[1], second[0], second[1]
