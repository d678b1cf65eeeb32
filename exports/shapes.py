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


def by_kind(geometries: Sequence[str | None], crs: int) -> Iterator[Shapes]:
    """Points, lines and areas (several parts or one) of GeoJSON texts in WGS84, moved to `crs` (EPSG; x is east).

    None has no kind and is not given back. Raises ValueError for what is no geometry, is empty or of several kinds, or has
    a coordinate that is no number.
    """
    known = [(position, text) for position, text in enumerate(geometries) if text is not None]
    read = [_compact(known, POINT), _compact(known, LINE), _others(known)]
    positions = np.concatenate([found for found, _shapes in read]).astype(int)
    shapes = _moved(np.concatenate([found for _positions, found in read]), crs)
    if shapely.is_empty(shapes).any() or (shapely.get_type_id(shapes) == COLLECTION).any():
        raise ValueError("empty, or a collection")
    dimensions = shapely.get_dimensions(shapes)
    for dimension, kind in enumerate(KINDS):
        found = np.flatnonzero(dimensions == dimension)
        if found.size:
            found = found[np.argsort(positions[found], kind="stable")]
            yield Shapes(kind, positions[found].tolist(), shapes[found])


def _compact(known: Sequence[tuple[int, str]], opening: str) -> tuple[NDArray[Any], NDArray[Any]]:
    chosen = [(position, text[len(opening) : -1]) for position, text in known if text.startswith(opening)]
    if not chosen:
        return np.empty(0, int), np.empty(0, object)
    positions, texts = zip(*chosen, strict=True)
    lengths = [text.count("],[") + 1 for text in texts]
    flat = np.array(orjson.loads(b"[" + ",".join(texts).encode().translate(None, b"[]") + b"]"), float)
    if flat.size != 2 * sum(lengths):  # some with a height
        return np.array(positions), _read([text for _position, text in known if text.startswith(opening)])
    coordinates = flat.reshape(-1, 2)
    if opening == POINT:
        return np.array(positions), shapely.points(coordinates)
    return np.array(positions), shapely.linestrings(coordinates, indices=np.repeat(np.arange(len(texts)), lengths))


def _others(known: Sequence[tuple[int, str]]) -> tuple[NDArray[Any], NDArray[Any]]:
    chosen = [(position, text) for position, text in known if not text.startswith((POINT, LINE))]
    return np.array([position for position, _text in chosen], int), _read([text for _position, text in chosen])


def _read(texts: Sequence[str]) -> NDArray[Any]:
    try:
        return np.asarray(shapely.force_2d(shapely.from_geojson(list(texts))), object)
    except shapely.errors.GEOSException as error:
        raise ValueError(str(error)) from error


def _moved(shapes: NDArray[Any], crs: int) -> NDArray[Any]:
    if crs == WGS84 or not shapes.size:
        return shapes
    transformer = _transformer(crs)
    return np.asarray(shapely.transform(shapes, lambda each: np.column_stack(transformer.transform(*each.T))), object)


@lru_cache
def _transformer(crs: int) -> Transformer:
    return Transformer.from_crs(WGS84, crs, always_xy=True)
