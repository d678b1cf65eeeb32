"""Which coordinate system a drawing is in, and whether it lies well there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pyproj

from participation.map_layers.images.image_file import Sheet
from participation.map_layers.images.warping import edges
from participation.projects.files.fitting import Bounds, Fit, better, fit
from participation.projects.files.systems import System


@dataclass(frozen=True)
class Whereabouts:
    """`system`: what it is laid out in, None where nothing fits; `said`: what the file tells; `guessed`: `system` is ours.

    `fits`: how well it lies; `offers`: systems in which it would lie better, the best first.
    """

    system: System | None
    said: System | None
    guessed: bool
    fits: Fit
    offers: Sequence[System]


def whereabouts(drawing: Sheet, chosen: System | None, home: Bounds | None) -> Whereabouts:
    """`chosen`: what the planner says, whatever the file does; `home`: where the project is, None = anywhere."""
    places = drawing.grid.positions(edges(drawing.image.size))
    said = known(drawing.said)
    system, guessed = chosen or said, False
    if system is None:
        degrees = fit(places, System(4326), home)
        likely = [degrees.system] if degrees.is_good else systems(better(places, fit(places, None, None), home))
        system, guessed = (likely[0], True) if likely else (None, False)
    now = fit(places, system, home)
    return Whereabouts(system, said, guessed, now, systems(better(places, now, home)))


def known(epsg: int | None) -> System | None:
    """None also for a code that nobody knows."""
    try:
        return System(epsg) if epsg and pyproj.CRS.from_epsg(epsg) else None
    except pyproj.exceptions.CRSError:
        return None


def systems(fits: Sequence[Fit]) -> list[System]:
    """An image is never the other way round: what says its place gives x before y."""
    return [one.system for one in fits if one.system and not one.system.swapped]
