"""What the map beside an uploaded file shows: its rows, the outlines as they would be mended, and where the project is."""

from __future__ import annotations

from typing import Any

import numpy as np
import orjson
import shapely
from shapely.geometry.base import BaseGeometry

from participation.basemaps.sources import map_sources
from participation.projects.files.fitting import NORWAY, Bounds
from participation.projects.files.mending import is_broken, mended
from participation.projects.files.preview import Preview

# As much as a browser draws without a wait.
MOST_SHOWN = 5000
FINEST, OF_WIDTH = 0.00001, 2000


def file_map(seen: Preview, project: Bounds) -> dict[str, Any]:
    """Bounds are west, south, east, north in degrees; shapes are GeoJSON geometries, WGS84."""
    shapes = [row.geometry for row in seen.rows if row.geometry is not None]
    bounds = together(shapes) or project
    around = bounds if project == NORWAY else box_around(bounds, project)
    coarse = max(FINEST, (bounds[2] - bounds[0]) / OF_WIDTH)
    shown = shapes[:: len(shapes) // MOST_SHOWN + 1]
    broken = [row.geometry for row in seen.broken if row.geometry is not None]
    return {
        "bounds": [round(edge, 5) for edge in bounds],
        "home": list(project) if project != NORWAY else None,
        "sources": map_sources(around),
        "rows": [simple(shape, coarse) for shape in shown if not is_broken(shape)],
        "broken": [simple(shape, 0) for shape in broken[:MOST_SHOWN]],
        "mended": [simple(mended(shape), 0) for shape in broken[:MOST_SHOWN]],
        "left_out": len(shapes) - len(shown),
    }


def together(shapes: list[BaseGeometry]) -> Bounds | None:
    """The box around all; None around nothing."""
    if not shapes:
        return None
    west, south, east, north = (float(edge) for edge in shapely.total_bounds(np.array(shapes)))
    return (west, south, east, north)


def box_around(one: Bounds, other: Bounds) -> Bounds:
    """The box around both."""
    west, south, east, north = zip(one, other, strict=True)
    return (min(west), min(south), max(east), max(north))


def simple(shape: BaseGeometry, coarse: float) -> Any:
    """The geometry with as many corners as are seen; `coarse`: degrees."""
    seen = shapely.simplify(shape, coarse) if coarse else shape
    return orjson.loads(shapely.to_geojson(shapely.set_precision(seen, 1e-5, mode="pointwise")))
