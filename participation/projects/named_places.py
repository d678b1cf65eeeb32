"""The project's own places: its schools and zones, by name."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from participation.projects import queries
from participation.projects.models import Project


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """`key`: "school-3" or "zone-17". Degrees, WGS84; of a zone the middle of its bounds."""

    key: str
    name: str
    longitude: float
    latitude: float


def named_schools(session: Session, project: Project) -> list[NamedPlace]:
    """The schools by name."""
    found = queries.schools(session, project)
    return [NamedPlace(f"school-{one.id}", one.name, one.longitude, one.latitude) for one in found]


def named_zones(session: Session, project: Project) -> list[NamedPlace]:
    """The zones, each at the middle of its bounds."""
    return [
        NamedPlace(f"zone-{zone.id}", zone.name, round((zone.west + zone.east) / 2, 5), round((zone.south + zone.north) / 2, 5))
        for zone in queries.zones(session, project)
    ]  # fmt: skip
