"""The `bbox` of an address: what it holds, also where it lies across the date line."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import shapely
from flask_babel import gettext as _
from shapely.errors import GEOSException

from participation.api.reference_systems import System, outline
from participation.errors import Refused


@dataclass(frozen=True)
class Box:
    """`shape`: in WGS84, longitude first, prepared. `plain`: (west, south, east, north) of each upright rectangle in it,
    when it is nothing else."""

    shape: shapely.Geometry
    plain: Sequence[tuple[float, float, float, float]]

    def holds(self, shapes: Sequence[shapely.Geometry]) -> list[bool]:
        """Whether each shape has a point in common with it."""
        found: list[bool] = shapely.intersects(self.shape, shapes).tolist()
        return found


def box_in(text: str, system: System) -> Box:
    """`text`: four numbers, or six where heights are passed over, in the order of `system`'s axes. Raises Refused."""
    west, south, east, north = _corners(_numbers(text), system)
    if south > north or (west > east and not system.is_geographic):
        raise Refused(_("The first corner of the bbox must be the lower left one, the second the upper right one."))
    halves = [(west, 180.0), (-180.0, east)] if west > east else [(west, east)]
    try:
        shapes = [outline((left, south, right, north), system) for left, right in halves]
        bounds = [shape.bounds for shape in shapes]
        if not all(math.isfinite(number) for each in bounds for number in each):
            raise ValueError
        shape = shapely.union_all(shapes)
    except (ValueError, GEOSException) as error:
        raise Refused(_("The bbox is outside of what its coordinate reference system is for.")) from error
    shapely.prepare(shape)
    return Box(shape, [(left, south, right, north) for left, right in halves] if system.is_geographic else [])


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
