"""What the maps of a survey's page need: where they begin, the places known by name, what lies behind, where marks may be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import orjson
import shapely
from shapely.geometry.base import BaseGeometry
from sqlalchemy.orm import Session

from participation.basemaps.sources import map_sources
from participation.map_layers.queries import overlays_shown
from participation.projects import extent, queries
from participation.projects.models import Project, Zone
from participation.projects.named_places import NamedPlace, named_schools, named_zones
from participation.responses import geography
from participation.responses.answering.survey import Survey
from surveys.boundary import PROJECT

BEGINS_AT, CLOSEST = 14, 19
# Degrees. Where marks may be is drawn in by as much, so that the device never lets through what the server refuses.
COARSE, FINE = 0.0002, 0.00002
MOST_CORNERS = 1500
# As many are told apart on a map; where there are more, each is drawn more coarsely, so that the page stays light.
MANY_ZONES = 200


def map_data(session: Session, survey: Survey) -> dict[str, Any]:
    """As static/js/answering/map/types.js has it. Coordinates are of GeoJSON MultiPolygons, WGS84."""
    project = survey.activity.project
    bounds = extent.map_bounds(session, project)
    middle = [round((bounds[0] + bounds[2]) / 2, 5), round((bounds[1] + bounds[3]) / 2, 5)]
    questions = survey.questionnaire.map_questions
    wanted = {layer for question in questions for layer in question.setting("layers", ())}
    bounded = any(question.setting("boundary", {}).get("area") == PROJECT for question in questions)
    ground = ground_of(project.area) if project.area else None
    return {
        "view": {
            "centre": middle,
            "zoom": BEGINS_AT,
            "max_zoom": CLOSEST,
            "bounds": list(bounds),
            "sources": map_sources(bounds),
            **overlays_shown(session, survey.activity),
        },
        "home": ground.bounds if ground else list(bounds),
        "area": ground.within if ground and bounded else None,
        "reach": ground.reach if ground else None,
        "places": described([*named_schools(session, project), *named_zones(session, project)]),
        "layers": layers(session, project, wanted),
        "density": extent.dwelling_density(session, project, middle),
    }


def described(places: Iterable[NamedPlace]) -> list[dict[str, Any]]:
    """Places as search on the device reads them."""
    return [{"name": one.name, "lon": one.longitude, "lat": one.latitude} for one in places]


def layers(session: Session, project: Project, wanted: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
    """The project's zones of each kind `wanted`, as they are shown behind the marks."""
    return {kind: drawn(queries.zones(session, project, kind)) for kind in sorted(wanted)}


def drawn(zones: Sequence[Zone]) -> list[dict[str, Any]]:
    """Every one, however many there are."""
    coarseness = COARSE * max(1, len(zones) / MANY_ZONES) ** 0.5
    return [{"name": zone.name, "outline": zone_outline(zone.geometry, coarseness)} for zone in zones]


@dataclass(frozen=True)
class Ground:
    """Of a project's area: west, south, east, north; where marks may be that keep to it; what any mark must touch."""

    bounds: list[float]
    within: list[Any]
    reach: list[Any]


@lru_cache(maxsize=64)
def ground_of(area: str) -> Ground:
    """`area`: GeoJSON text."""
    shape = shapely.make_valid(shapely.from_geojson(area))
    return Ground(list(shape.bounds), within(shape), reach(shape))


@lru_cache(maxsize=4096)
def zone_outline(geometry: str, coarseness: float) -> list[Any]:
    """A zone as it is shown; `geometry`: GeoJSON text."""
    return outlines(shapely.from_geojson(geometry), coarseness)


def reach(area: BaseGeometry) -> list[Any]:
    """What a mark must touch to belong to the project: see geography.belongs. Rounded corners are cut off."""
    near = area.buffer(geography.NEAR_DEGREES - 2 * COARSE, quad_segs=2).simplify(COARSE)
    return coordinates(shapely.transform(near, lambda places: np.round(places, 4)))


def within(shape: BaseGeometry) -> list[Any]:
    """The polygons of `shape`; where they have very many corners, drawn in a little, and never reaching outside it."""
    if shapely.get_num_coordinates(shape) <= MOST_CORNERS:
        return coordinates(shape)
    return outlines(shape.buffer(-2 * FINE), FINE)


def outlines(shape: BaseGeometry, coarseness: float) -> list[Any]:
    """The polygons of `shape`, moved by at most `coarseness` degrees."""
    return coordinates(shapely.transform(shape.simplify(coarseness), lambda places: np.round(places, 6)))


def coordinates(shape: BaseGeometry) -> list[Any]:
    """Of a GeoJSON MultiPolygon."""
    polygons = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon" and not part.is_empty]
    return [orjson.loads(shapely.to_geojson(part))["coordinates"] for part in polygons]
