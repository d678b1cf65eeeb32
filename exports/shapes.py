"""The geometries of many rows at a time, in the coordinate reference system that the file is to have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Transformer

from exports.errors import too_far
from exports.lots import Lot
from exports.table import WGS84, Kind
from exports.vertices import Vertices, vertices_of

KINDS: tuple[Kind, ...] = ("point", "line", "area")  # by dimension

COLLECTION = 7


@dataclass(frozen=True)
class Shapes:
    """`geometries`: shapely's, of one kind; `positions`: where each stood among those given."""

    kind: Kind
    positions: Sequence[int]
    geometries: NDArray[Any]


Drawn = Vertices | Shapes


def of_lot(lot: Lot, crs: int) -> Sequence[Drawn]:
    """As `drawn`, of the rows of a lot."""
    return lot.drawn() if lot.drawn else drawn(lot.geometries, crs)


def by_kind(geometries: Sequence[str | None], crs: int) -> Iterator[Shapes]:
    """As `drawn`, all of them shapes."""
    return map(as_shapes, drawn(geometries, crs))


def drawn(geometries: Sequence[str | None], crs: int) -> Sequence[Drawn]:
    """Points, lines and areas (several parts or one) of GeoJSON texts in WGS84, moved to `crs` (EPSG; x is east).

    None has no kind and is not given back. Raises ValueError for what is no geometry, is empty or of several kinds, or has
    a coordinate that is no number, ExportError for what is too far away for `crs`.
    """
    plain, others = vertices_of(geometries)
    return of_kinds([in_crs(each, crs) for each in plain], geometries, others, crs)


def of_kinds(
    plain: Sequence[Vertices], geometries: Sequence[str | None], others: Sequence[int], crs: int
) -> Sequence[Drawn]:
    """As `drawn`. `plain`: what `vertices_of` has read, moved to `crs`; `others`: the positions of what it has not."""
    if not all(np.isfinite(each.xy).all() for each in plain):
        raise too_far(crs)
    found: dict[Kind, Drawn] = {each.kind: each for each in plain}
    shapes = moved(_read([geometries[position] for position in others]), crs)
    for further in _parted(shapes, others, crs):
        known = found.get(further.kind)
        found[further.kind] = _together(as_shapes(known), further) if known else further
    return [found[kind] for kind in KINDS if kind in found]


def as_shapes(drawn: Drawn) -> Shapes:
    return Shapes(drawn.kind, drawn.positions, drawn.shapes()) if isinstance(drawn, Vertices) else drawn


def shapes_of(geometries: Sequence[str]) -> NDArray[Any]:
    """A flat shapely geometry for each GeoJSON text. Raises ValueError for what is no geometry."""
    plain, others = vertices_of(geometries)
    shapes = np.empty(len(geometries), object)
    for each in plain:
        shapes[each.positions] = each.shapes()
    shapes[others] = _read([geometries[position] for position in others])
    return shapes


def _parted(shapes: NDArray[Any], positions: Sequence[int], crs: int) -> Iterator[Shapes]:
    if shapely.is_empty(shapes).any() or (shapely.get_type_id(shapes) == COLLECTION).any():
        raise ValueError("empty, or a collection")
    if shapes.size and np.isinf(shapely.total_bounds(shapes)).any():
        raise too_far(crs)
    dimensions = shapely.get_dimensions(shapes)
    for dimension, kind in enumerate(KINDS):
        chosen = np.flatnonzero(dimensions == dimension)
        if chosen.size:
            yield Shapes(kind, np.take(positions, chosen).tolist(), shapes[chosen])


def _together(one: Shapes, other: Shapes) -> Shapes:
    """In the order they stood in."""
    positions = np.concatenate([one.positions, other.positions])
    order = np.argsort(positions)
    return Shapes(one.kind, positions[order].tolist(), np.concatenate([one.geometries, other.geometries])[order])


def _read(texts: Sequence[Any]) -> NDArray[Any]:
    try:
        return np.asarray(shapely.force_2d(shapely.from_geojson(list(texts))), object)
    except shapely.errors.GEOSException as error:
        raise ValueError(str(error)) from error


def in_crs(vertices: Vertices, crs: int) -> Vertices:
    """Vertices in WGS84, in `crs` (EPSG; x is east)."""
    if crs == WGS84:
        return vertices
    return replace(vertices, xy=np.column_stack(transformer(crs).transform(*vertices.xy.T)))


def moved(shapes: NDArray[Any], crs: int) -> NDArray[Any]:
    """Shapely geometries in WGS84, in `crs` (EPSG; x is east)."""
    if crs == WGS84 or not shapes.size:
        return shapes
    there = transformer(crs)
    return np.asarray(shapely.transform(shapes, lambda each: np.column_stack(there.transform(*each.T))), object)


@lru_cache(maxsize=64)
def transformer(crs: int) -> Transformer:
    """From WGS84, longitude first, to this system, east first. Made once: to make it costs as much as some thousand places."""
    return Transformer.from_crs(WGS84, crs, always_xy=True)
