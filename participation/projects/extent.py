"""Where a project is on the map. Degrees, WGS84."""

from __future__ import annotations

from collections.abc import Sequence

import shapely
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from participation.projects.files.fitting import NORWAY, Bounds
from participation.projects.models import Project, School, Zone

MARGIN = 0.03
NEAR = 0.5


def map_bounds(session: Session, project: Project) -> Bounds:
    """West, south, east, north of the area, else of zones and schools, else of Norway; with a margin to walk in."""
    found: Bounds | None = None
    if project.area:
        found = shapely.from_geojson(project.area).bounds
    else:
        wanted = select(func.min(Zone.west), func.min(Zone.south), func.max(Zone.east), func.max(Zone.north))
        row = session.execute(wanted.where(Zone.project_id == project.id)).one()
        found = tuple(row) if row[0] is not None else school_bounds(session, project)  # type: ignore[assignment]
    if found is None:
        return NORWAY
    west, south, east, north = found
    return (
        round(max(west - 2 * MARGIN, -180), 5),
        round(max(south - MARGIN, -90), 5),
        round(min(east + 2 * MARGIN, 180), 5),
        round(min(north + MARGIN, 90), 5),
    )


def surroundings(session: Session, project: Project) -> Bounds | None:
    """As map_bounds, and half a degree around it; None for a project that may be anywhere."""
    found = map_bounds(session, project)
    if found == NORWAY:
        return None
    return (found[0] - 2 * NEAR, found[1] - NEAR, found[2] + 2 * NEAR, found[3] + NEAR)


def school_bounds(session: Session, project: Project) -> Bounds | None:
    """The box around the project's schools."""
    wanted = select(
        func.min(School.longitude), func.min(School.latitude), func.max(School.longitude), func.max(School.latitude)
    )
    row = session.execute(wanted.where(School.project_id == project.id)).one()
    return tuple(row) if row[0] is not None else None  # type: ignore[return-value]


def dwelling_density(session: Session, project: Project, position: Sequence[float]) -> float | None:
    """Dwellings per m² of the zone at `position` (longitude, latitude), else of the project; None where unknown."""
    longitude, latitude = position[:2]
    wanted = select(Zone).where(
        Zone.project_id == project.id,
        Zone.dwellings_per_km2.is_not(None),
        Zone.west <= longitude,
        Zone.east >= longitude,
        Zone.south <= latitude,
        Zone.north >= latitude,
    )
    point = shapely.Point(longitude, latitude)
    for zone in session.scalars(wanted.order_by(Zone.id)):
        if shapely.from_geojson(zone.geometry).contains(point):
            return (zone.dwellings_per_km2 or 0) / 1e6
    return project.dwellings_per_km2 / 1e6 if project.dwellings_per_km2 else None
