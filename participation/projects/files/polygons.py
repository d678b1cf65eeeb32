"""Areas from files."""

from __future__ import annotations

from pathlib import Path

import shapely
from flask_babel import gettext as _
from shapely.geometry.base import BaseGeometry

from participation.errors import Refused
from participation.projects.files.geofile import read_rows
from participation.projects.files.layer import Layer
from participation.projects.files.mending import AREAS, is_broken, mended


def polygon(shape: BaseGeometry | None) -> BaseGeometry | None:
    """A valid polygon or multipolygon made of `shape`; None when there is no area in it."""
    if shape is None or shape.geom_type not in AREAS:
        return None
    whole = mended(shape) if is_broken(shape) else shape
    return whole if whole.area > 0 else None


def as_text(shape: BaseGeometry) -> str:
    """GeoJSON text with six decimals, about ten centimetres."""
    return shapely.to_geojson(shapely.set_precision(shape, 1e-6, mode="pointwise"))


def read_area(path: Path) -> str:
    """The union of a file's polygons as GeoJSON text."""
    rows = read_rows(path, Layer(areas=True))
    shapes = [shape for row in rows if (shape := polygon(row.geometry)) is not None]
    if not shapes:
        raise Refused(_("The file has no polygon. Give the project's area as one or more polygons."))
    return as_text(shapely.union_all(shapes))
