"""The geometries of many rows at a time, in the coordinate reference system that the file is to have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import orjson
import shapely
from numpy.typing import NDArray
from pyproj import Transformer

from exports.errors import too_far
from exports.lots import Lot
from exports.table import WGS84, Kind

Numbers = NDArray[np.float64]
KINDS: tuple[Kind, ...] = ("point", "line", "area")  # by dimension

COLLECTION = 7

# The store's own compact text. Any other GeoJSON is read too, some ten times as slowly.
POINT, LINE = '{"type":"Point","coordinates":', '{"type":"LineString","coordinates":'


@dataclass(frozen=True)
class Shapes:
    """`geometries`: shapely's, of one kind; `positions`: where each stood among those given."""

    kind: Kind
    positions: Sequence[int]
    geometries: NDArray[Any]


def of_lot(lot: Lot, crs: int) -> Iterator[Shapes]:
    """As `by_kind`, of the rows of a lot."""
    if lot.moved is None:
        yield from by_kind(lot.geometries, crs)
    else:
        yield from _parted(lot.moved(), np.arange(len(lot)), crs)


def by_kind(geometries: Sequence[str | None], crs: int) -> Iterator[Shapes]:
    """Points, lines and areas (several parts or one) of GeoJSON texts in WGS84, moved to `crs` (EPSG; x is east).

    None has no kind and is not given back. Raises ValueError for what is no geometry, is empty or of several kinds, or has
    a coordinate that is no number, ExportError for what is too far away for `crs`.
    """
    positions = np.array([position for position, text in enumerate(geometries) if text is not None], int)
    yield from _parted(moved(shapes_of([text for text in geometries if text is not None]), crs), positions, crs)


def _parted(shapes: NDArray[Any], positions: NDArray[Any], crs: int) -> Iterator[Shapes]:
    if shapely.is_empty(shapes).any() or (shapely.get_type_id(shapes) == COLLECTION).any():
        raise ValueError("empty, or a collection")
    if shapes.size and np.isinf(shapely.total_bounds(shapes)).any():
        raise too_far(crs)
    dimensions = shapely.get_dimensions(shapes)
    for dimension, kind in enumerate(KINDS):
        found = np.flatnonzero(dimensions == dimension)
        if found.size:
            yield Shapes(kind, positions[found].tolist(), shapes[found])


def shapes_of(geometries: Sequence[str]) -> NDArray[Any]:
    """A flat shapely geometry for each GeoJSON text. Raises ValueError for what is no geometry."""
    shapes = np.empty(len(geometries), object)
    others = np.ones(len(geometries), bool)
    for opening in (POINT, LINE):
        start = len(opening)
        # Nothing but numbers behind the opening: members such as `bbox` are for the slower reader.
        chosen = [at for at, text in enumerate(geometries) if text.startswith(opening) and '"' not in text[start:]]
        found = _compact([geometries[position] for position in chosen], opening) if chosen else None
        if found is not None:
            shapes[chosen], others[chosen] = found, False
    shapes[others] = _read([text for text, other in zip(geometries, others.tolist(), strict=True) if other])
    return shapes


def _compact(texts: Sequence[str], opening: str) -> NDArray[Any] | None:
    """Of the store's own form; None when some of them have heights."""
    parts = [text[len(opening) : -1] for text in texts]
    lengths = [part.count("],[") + 1 for part in parts]
    flat = np.array(orjson.loads(b"[" + ",".join(parts).encode().translate(None, b"[]") + b"]"), float)
    if flat.size != 2 * sum(lengths):
        return None
    coordinates = flat.reshape(-1, 2)
    if opening == POINT:
        return np.asarray(shapely.points(coordinates), object)
    return np.asarray(shapely.linestrings(coordinates, indices=np.repeat(np.arange(len(texts)), lengths)), object)


def _read(texts: Sequence[str]) -> NDArray[Any]:
    try:
        return np.asarray(shapely.force_2d(shapely.from_geojson(list(texts))), object)
    except shapely.errors.GEOSException as error:
        raise ValueError(str(error)) from error


def moved(shapes: NDArray[Any], crs: int) -> NDArray[Any]:
    """Shapely geometries in WGS84, in `crs` (EPSG; x is east)."""
    if crs == WGS84 or not shapes.size:
        return shapes
    transformer = _transformer(crs)
    return np.asarray(shapely.transform(shapes, lambda each: np.column_stack(transformer.transform(*each.T))), object)


@lru_cache
def _transformer(crs: int) -> Transformer:
    return Transformer.from_crs(WGS84, crs, always_xy=True)
