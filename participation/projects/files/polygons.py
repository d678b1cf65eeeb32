"""Areas from files."""

from __future__ import annotations

from pathlib import Path

import shapely
from flask_babel import gettext as _
from shapely.geometry.base import BaseGeometry

from participation.errors import Refused
from participation.projects.files.layer import Layer
from participation.projects.files.mending import AREAS, is_broken, mended
from participation.projects.files.preview import preview


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
    """The union of a file's polygons as GeoJSON text; where the file says no system, in the one that fits."""
    seen = preview(path, Layer(areas=True))
    if len(seen.layers) > 1:
        names = ", ".join(seen.layers)
        message = _("The file has several layers: %(names)s. Save the one you mean in a file of its own.", names=names)
        raise Refused(message)
    shapes = [shape for row in seen.rows if (shape := polygon(row.geometry)) is not None]
    if shapes and seen.offers and seen.offers[0].system:
        system = seen.offers[0].system.label
        raise Refused(
            _("The area does not lie in Norway, but would in %(system)s. Save the file anew in WGS84.", system=system)
        )
    if not shapes and seen.problems:
        raise Refused(seen.problems[0]["message"])
    if not shapes:
        raise Refused(_("The file has no polygon. Give the project's area as one or more polygons."))
    return as_text(shapely.union_all(shapes))
