"""What RFC 7946 asks of one feature. GDAL reads much that breaks it without complaint, so we look ourselves."""

from __future__ import annotations

import json
import math
from itertools import pairwise
from typing import Any

from flask_babel import gettext as _

DEPTH = {"Point": 0, "MultiPoint": 1, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}
COLLECTION = "GeometryCollection"
FEATURE_MAY_NOT = ("coordinates", "geometries", "features")
GEOMETRY_MAY_NOT = ("geometry", "properties", "features")
COLLECTION_MAY_NOT = ("coordinates", "geometries", "geometry", "properties")


def feature_problem(feature: Any) -> str | None:
    """Why the feature cannot be taken in, None when it can. A missing geometry is no problem here."""
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        return _("The row is not a GeoJSON “Feature”.")
    if wrong := member_of_another(feature, FEATURE_MAY_NOT):
        return wrong
    if feature.get("properties") is not None and not isinstance(feature["properties"], dict):
        return _("The “properties” must be an object or null.")
    identity = feature.get("id", 0)
    if isinstance(identity, bool) or not isinstance(identity, str | int | float):
        return _("The “id” must be a text or a number.")
    geometry = feature.get("geometry")
    return box_problem(feature) or (geometry_problem(geometry) if geometry is not None else None)


def member_of_another(thing: dict[str, Any], names: tuple[str, ...]) -> str | None:
    """A member that belongs to another kind of GeoJSON object makes the whole unclear."""
    found = [name for name in names if name in thing]
    return _("“%(name)s” cannot stand in a %(type)s.", name=found[0], type=thing.get("type")) if found else None


def geometry_problem(geometry: Any) -> str | None:
    """Why the geometry cannot be read as what it says it is."""
    if isinstance(geometry, dict) and geometry.get("type") == COLLECTION:
        return collection_problem(geometry)
    kind = geometry.get("type") if isinstance(geometry, dict) else geometry
    if not isinstance(geometry, dict) or kind not in tuple(DEPTH):  # a list has no place among the keys of a dict
        told = as_it_stands(kind)
        return _("“%(kind)s” is not a geometry for a mark. Give a point, a line or an area.", kind=told)
    if wrong := member_of_another(geometry, GEOMETRY_MAY_NOT):
        return wrong
    coordinates = geometry.get("coordinates")
    parts = flattened(coordinates, DEPTH[geometry["type"]])
    if parts is None:
        return _("The coordinates are not those of a %(kind)s.", kind=geometry["type"])
    if not parts or any(not part for part in parts):
        return _("The row has no geometry.")
    for part in parts:
        if wrong := part_problem(geometry["type"], part):
            return wrong
    return box_problem(geometry)


def as_it_stands(kind: Any) -> str:
    """What stands where a type should, short enough to be told."""
    return (kind if isinstance(kind, str) else json.dumps(kind, ensure_ascii=False))[:60]


def collection_problem(geometry: dict[str, Any]) -> str | None:
    """Why a collection of geometries cannot be read."""
    if wrong := member_of_another(geometry, ("coordinates", *GEOMETRY_MAY_NOT)):
        return wrong
    inner = geometry.get("geometries")
    if not isinstance(inner, list) or not inner:
        return _("The row has no geometry.")
    if any(isinstance(one, dict) and one.get("type") == COLLECTION for one in inner):
        return _("A collection of geometries cannot hold another collection.")
    return next((wrong for one in inner if (wrong := geometry_problem(one))), None) or box_problem(geometry)


def flattened(coordinates: Any, depth: int) -> list[list[Any]] | None:
    """The lists of positions in `coordinates`, nested as deep as they should be; None when they are not."""
    if depth == 0:
        return [[coordinates]]
    if not isinstance(coordinates, list):
        return None
    if depth == 1:
        return [coordinates] if all(isinstance(position, list) for position in coordinates) else None
    found: list[list[Any]] = []
    for inner in coordinates:
        parts = flattened(inner, depth - 1)
        if parts is None:
            return None
        found += parts
    return found


def part_problem(kind: str, positions: list[Any]) -> str | None:
    """Why a list of positions is no line, ring or list of points."""
    if not all(is_position(position) for position in positions):
        return _(
            "A position must be two or three numbers: longitude, latitude and maybe height. Where a measure (M) stands too, "
            "save it in QGIS without."
        )
    if kind in ("LineString", "MultiLineString") and len(positions) < 2:
        return _("A line must have at least two points.")
    if kind in ("Polygon", "MultiPolygon") and (len(positions) < 4 or positions[0] != positions[-1]):
        return _("The ring of an area must have at least four points and end where it began.")
    return None


def is_position(position: Any) -> bool:
    """True for two or three finite numbers."""
    return (
        isinstance(position, list)
        and 2 <= len(position) <= 3
        and all(type(number) in (int, float) and math.isfinite(number) for number in position)
    )


def box_problem(thing: dict[str, Any]) -> str | None:
    """Why the “bbox” is none."""
    if "bbox" not in thing:
        return None
    box = thing["bbox"]
    fits = isinstance(box, list) and len(box) in (4, 6) and all(type(number) in (int, float) for number in box)
    return None if fits else _("The “bbox” must be four or six numbers. Mend it or leave it out.")


def notice(geometry: dict[str, Any]) -> str | None:
    """What was mended in a geometry that is taken in: rings that turn the other way, needless decimals."""
    if geometry["type"] == COLLECTION:
        if len(geometry["geometries"]) == 1:
            return _("A collection holds one geometry only. It was taken in as that geometry.")
        return next((told for one in geometry["geometries"] if (told := notice(one))), None)
    kind, coordinates = geometry["type"], geometry["coordinates"]
    areas = {"Polygon": [coordinates], "MultiPolygon": coordinates}.get(kind, [])
    if any((turn(ring) > 0) != (number == 0) for area in areas for number, ring in enumerate(area)):
        return _("A ring turns the other way than RFC 7946 asks for. The area was taken in.")
    parts = flattened(coordinates, DEPTH[kind]) or []
    if any(round(number, 6) != number for part in parts for position in part for number in position[:2]):
        return _("There are more than six decimals. They were rounded; six are ten centimetres.")
    return None


def turn(ring: list[list[float]]) -> float:
    """Twice the area inside the ring: positive when it goes against the clock."""
    return sum(one[0] * two[1] - two[0] * one[1] for one, two in pairwise(ring))
