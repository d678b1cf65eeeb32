"""Where a file's coordinates would lie in one coordinate system or another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from participation.projects.files.degrees import Positions, to_degrees
from participation.projects.files.systems import COMMON, OFFERED, SWAPPED_ONES, System

Bounds = tuple[float, float, float, float]
NORWAY: Bounds = (4.0, 57.8, 31.5, 71.3)
MOST_OFFERED = 3
ENOUGH = 0.5


@dataclass(frozen=True)
class Fit:
    """The shares of places that lie near the project and in Norway, 0 to 1; `system` None: as the file says."""

    system: System | None
    near: float
    in_norway: float

    @property
    def is_good(self) -> bool:
        return max(self.near, self.in_norway) >= ENOUGH

    @property
    def rank(self) -> tuple[float, float]:
        return (round(self.near, 2), round(self.in_norway, 2))


def fit(places: Positions, system: System | str | None, home: Bounds | None) -> Fit:
    """`places` (n, 2): as they stand in the file; `home`: where the project is, None where it may be anywhere."""
    change = to_degrees(system)
    with np.errstate(all="ignore"):
        placed = change(places) if change else places
    chosen = system if isinstance(system, System) else None
    return Fit(chosen, _share(placed, home) if home else 0.0, _share(placed, NORWAY))


def better(places: Positions, now: Fit, home: Bounds | None) -> list[Fit]:
    """The systems in which the places lie better than they do `now`, the best first; none where all is well."""
    if not len(places) or now.near >= ENOUGH:
        return []
    near = (fit(places, system, home) for system in OFFERED)
    fits = [one for one in near if one.near >= ENOUGH and one.near > now.near]
    if not fits and now.in_norway < ENOUGH:
        likely = (fit(places, system, home) for system in (*COMMON, *SWAPPED_ONES))
        fits = [one for one in likely if one.in_norway >= ENOUGH]
    # The sort is stable: among equals the more common comes first.
    return sorted(fits, key=lambda one: one.rank, reverse=True)[:MOST_OFFERED]


def are_degrees(places: Positions) -> bool:
    """Whether all could be degrees, whichever way round."""
    return bool(len(places)) and bool((np.abs(places) <= 180).all())


def _share(places: Positions, box: Sequence[float]) -> float:
    if not len(places):
        return 0.0
    west, south, east, north = box
    x, y = places[:, 0], places[:, 1]
    return float(((x >= west) & (x <= east) & (y >= south) & (y <= north)).mean())
