"""A small map of the zones, coloured by how many have told something from each: blank areas show."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

import shapely
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.activities.models import Activity
from participation.clock import now
from participation.kept import kept
from participation.overview import figures, queries
from participation.projects import queries as projects
from participation.projects.models import Project
from participation.projects.zone_lookup import ZoneLookup
from participation.responses.models import Response

WIDTH = 600
STEPS = (0, 1, 10, 30)


@dataclass(frozen=True)
class ZoneShape:
    """`path` is SVG; `level` 0 = none, 1 = few …; `people` is None where it must not be told (1 or 2)."""

    name: str
    path: str
    level: int
    people: int | None


@dataclass(frozen=True)
class ZoneMap:
    """What the template draws."""

    width: int
    height: int
    shapes: list[ZoneShape]

    @property
    def empty(self) -> list[str]:
        """Names of zones nobody has told anything from."""
        return [shape.name for shape in self.shapes if shape.level == 0]


def people_by_zone(lookup: ZoneLookup, places: Sequence[tuple[str, int]]) -> dict[int, set[int]]:
    """Zone id → the responses that told something from it. `places`: GeoJSON text and response id of each mark."""
    people: dict[int, set[int]] = defaultdict(set)
    for zone, (_geometry, response_id) in zip(lookup.of([place[0] for place in places]), places, strict=True):
        if zone is not None:
            people[zone.id].add(response_id)
    return people


def zone_map(lookup: ZoneLookup, people: Mapping[int, Set[int]], fewest: int) -> ZoneMap | None:
    """None without zones. `people`: as people_by_zone gives them; `fewest`: respondents behind a number."""
    if not lookup.zones:
        return None
    west, south, east, north = shapely.total_bounds(lookup.shapes)
    squeeze = math.cos(math.radians((south + north) / 2))
    scale = WIDTH / max((east - west) * squeeze, 1e-9)
    height = min(round((north - south) * scale) + 1, 2 * WIDTH)
    scale = min(scale, (height - 1) / max(north - south, 1e-9))
    shapes = []
    for zone, shape in zip(lookup.zones, lookup.shapes, strict=True):
        flat = shapely.transform(shape, lambda points: (points - (west, north)) * (scale * squeeze, -scale))
        count = len(people.get(zone.id, ()))
        level = sum(count >= step for step in STEPS) - 1
        shapes.append(ZoneShape(zone.name, path_of(flat), level, count if count == 0 or count >= fewest else None))
    return ZoneMap(WIDTH, height, sorted(shapes, key=lambda shape: shape.name))


def map_of_project(session: Session, project: Project, kind: str | None) -> ZoneMap | None:
    """The project's zones of one kind, with all that was told from them; None without zones. Kept until anything changes:
    to find the zone of each mark of a city takes seconds."""
    zones = projects.zones(session, project, kind) if kind else []
    if not zones:
        return None
    among = Response.activity_id.in_(select(Activity.id).where(Activity.project_id == project.id))

    def made() -> ZoneMap | None:
        lookup = ZoneLookup(zones)
        people = people_by_zone(lookup, queries.mark_places(session, among))
        return zone_map(lookup, people, project.fewest_for_staff)

    places = figures.stamp_of_places(figures.stamp(session, among), now())
    key = (project.id, kind, project.fewest_for_staff, places, figures.stamp_of_zones(session, project))
    return kept("zones told from in a project", key, made)


def path_of(shape: shapely.Geometry) -> str:
    """SVG path of a polygon, with only as many points as are seen."""
    parts = []
    for polygon in shapely.get_parts(shapely.simplify(shape, 0.7)):
        if polygon.geom_type != "Polygon":
            continue
        for ring in (polygon.exterior, *polygon.interiors):
            points = [f"{x:.0f} {y:.0f}" for x, y in ring.coords]
            parts.append("M" + "L".join(points) + "Z")
    return "".join(parts)
