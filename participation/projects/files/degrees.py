"""From the coordinates of a file to degrees, WGS84."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pyproj
import shapely
from flask_babel import gettext as _
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from participation.errors import Refused
from participation.projects.files.systems import System

Positions = NDArray[np.float64]
ToDegrees = Callable[[Positions], Positions]


def to_degrees(system: System | str | None) -> ToDegrees | None:
    """Of positions (n, 2), x before y; None where they are degrees already. `system`: one chosen, or the file's own CRS."""
    swapped = isinstance(system, System) and system.swapped
    transform = transformer(f"EPSG:{system.epsg}" if isinstance(system, System) else system)
    if transform is None:
        return turned if swapped else None

    def change(positions: Positions) -> Positions:
        east, north = positions.T[::-1] if swapped else positions.T
        return np.column_stack(transform.transform(east, north))

    return change


def in_degrees(shape: BaseGeometry, change: ToDegrees | None) -> BaseGeometry:
    """The shape after `change`, which `to_degrees` made."""
    return shape if change is None else shapely.transform(shape, change)


def transformer(crs: str | None) -> Any:
    """From `crs` to WGS84, x before y; None when it is WGS84 already or nothing is said."""
    source = known(crs) if crs else None
    if source is None or source.to_epsg() in (4326, 4258) or source.equals(pyproj.CRS("OGC:CRS84")):
        return None
    return pyproj.Transformer.from_crs(source, 4326, always_xy=True)


def known(crs: str) -> pyproj.CRS:
    """What a file or a person calls a coordinate system; refused when nobody knows it."""
    try:
        return pyproj.CRS.from_user_input(crs)
    except pyproj.exceptions.CRSError as wrong:
        raise Refused(_("The file's coordinate system “%(name)s” is not known.", name=crs[:80])) from wrong


def turned(positions: Positions) -> Positions:
    """Positions (n, 2) with their two coordinates in each other's place."""
    return positions[:, ::-1]
