"""Answers to map questions made of the project's own places, for pages without a map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import orjson
import shapely
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.projects.models import Project, Zone
from participation.projects.named_places import NamedPlace, named_schools, named_zones

# Corners that an area made of a zone keeps at most, by leaving out what lies within this many degrees of the rest.
COARSENESS = (0.0, 0.00005, 0.0001, 0.0005, 0.001, 0.005)
MOST_CORNERS = 500


def named_places(session: Session, project: Project, areas_only: bool = False) -> list[NamedPlace]:
    """Schools, then zones; `areas_only`: those with an outline."""
    zones = named_zones(session, project)
    return zones if areas_only else named_schools(session, project) + zones


def matching(places: Sequence[NamedPlace], typed: str) -> list[NamedPlace]:
    """Those whose name holds every word that was typed."""
    words = typed.casefold().split()
    return [place for place in places if all(word in place.name.casefold() for word in words)]


def geometry_of(session: Session, project: Project, kind: str, keys: Sequence[str]) -> dict[str, Any] | None:
    """GeoJSON for an answer of a question of `kind` (place, route, area); None where the places do not give one."""
    known = {place.key: place for place in named_places(session, project)}
    chosen = [known[key] for key in keys if key in known]
    if kind == "area":
        return _outline(session, project, chosen[0].key) if chosen else None
    points = [[place.longitude, place.latitude] for place in chosen]
    if kind == "place":
        return {"type": "Point", "coordinates": points[0]} if points else None
    # A road needs two places that are not the same.
    return {"type": "LineString", "coordinates": points} if len(set(map(tuple, points))) > 1 else None


def name_of(places: Sequence[NamedPlace], geometry: dict[str, Any]) -> str | None:
    """The name of the place nearest to where a mark begins."""
    if not places:
        return None
    longitude, latitude = shapely.from_geojson(orjson.dumps(geometry).decode()).representative_point().coords[0]
    # About 60° north a degree of longitude is half as long.
    return min(places, key=lambda place: (place.longitude - longitude) ** 2 / 4 + (place.latitude - latitude) ** 2).name


def _outline(session: Session, project: Project, key: str) -> dict[str, Any] | None:
    kind, _dash, number = key.partition("-")
    wanted = select(Zone.geometry).where(Zone.project_id == project.id, Zone.id == int(number))
    text = session.scalar(wanted) if kind == "zone" else None
    if text is None:
        return None
    parts = shapely.get_parts(shapely.from_geojson(text))
    whole = shapely.Polygon(max(parts, key=lambda part: part.area).exterior)
    for degrees in COARSENESS:
        simple = whole.simplify(degrees) if degrees else whole
        if len(simple.exterior.coords) <= MOST_CORNERS:
            break
    return {"type": "Polygon", "coordinates": [[[round(x, 6), round(y, 6)] for x, y, *_ in simple.exterior.coords]]}
