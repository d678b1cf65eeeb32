"""From a file's coordinate system to degrees, WGS84."""

from __future__ import annotations

from typing import Any

import pyproj
import shapely
from flask_babel import gettext as _
from shapely.geometry.base import BaseGeometry

from participation.errors import Refused


def transformer(crs: str | None) -> Any:
    """From the file's CRS to WGS84, None when it is WGS84 already or says nothing."""
    if crs is None:
        return None
    try:
        source = pyproj.CRS.from_user_input(crs)
    except pyproj.exceptions.CRSError as wrong:
        raise Refused(_("The file's coordinate system “%(name)s” is not known.", name=crs[:80])) from wrong
    if source.to_epsg() in (4326, 4258) or source.equals(pyproj.CRS("OGC:CRS84")):
        return None
    return pyproj.Transformer.from_crs(source, 4326, always_xy=True)


def in_degrees(shape: BaseGeometry, to_degrees: Any) -> BaseGeometry:
    """The shape after `to_degrees`, which a transformer made."""
    if to_degrees is None:
        return shape
    return shapely.transform(shape, lambda x, y: to_degrees.transform(x, y), interleaved=False)
