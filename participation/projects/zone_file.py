"""Zones from a file: every problem by row, and only whole rows."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask_babel import gettext as _
from shapely.geometry.base import BaseGeometry
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.errors import Refused
from participation.projects.files.georow import Row
from participation.projects.files.numbers import NoNumber, number_in
from participation.projects.files.polygons import as_text, polygon
from participation.projects.files.reading import AS_IT_IS, Reading
from participation.projects.files.report import FileRead
from participation.projects.models import Project, Zone


@dataclass(frozen=True)
class ZoneFields:
    """Which fields of the file hold what; `population` and `dwellings` (of each km²) may be none."""

    code: str
    name: str
    population: str | None = None
    dwellings: str | None = None

    def named(self) -> list[str]:
        return [name for name in (self.code, self.name, self.population, self.dwellings) if name]


@dataclass(frozen=True)
class ZoneRow:
    """A zone as it is read. `geometry` in degrees, WGS84."""

    name: str
    geometry: BaseGeometry
    population: int | None
    dwellings: float | None


ZonesRead = FileRead[ZoneRow]


def read_zones(path: Path, fields: ZoneFields, reading: Reading = AS_IT_IS) -> ZonesRead:
    """Code → zone of a file's whole rows; takes its time, so call it before `writing()`."""
    read: ZonesRead = FileRead()
    for row in reading.rows(path, areas=True):
        read.report.read += 1
        _check_fields(row.attributes, fields)
        code, message = _code(row, fields.code, read.rows)
        if message is not None:
            read.report.reject(row.number, message)
            continue
        try:
            read.take(code, _zone(row, code, fields))
        except ValueError as wrong:
            read.report.reject(row.number, str(wrong))
            continue
        if row.repair:
            read.report.tell(row.number, row.repair)
    return read


def store_zones(session: Session, project: Project, kind: str, read: ZonesRead) -> None:
    """Keep what was read as zones of `kind`; one with the same code is replaced, but keeps numbers the file has not."""
    kind = kind.strip()[:80]
    if not kind:
        raise Refused(_("Say what kind of zones these are, such as grunnkrets."))
    stored = session.scalars(select(Zone).where(Zone.project_id == project.id, Zone.kind == kind))
    known = {zone.code: zone for zone in stored}
    for code, row in read.rows.items():
        zone = known.get(code) or Zone(project_id=project.id, kind=kind, code=code)
        zone.name = row.name
        zone.geometry = as_text(row.geometry)
        zone.west, zone.south, zone.east, zone.north = row.geometry.bounds
        zone.population = zone.population if row.population is None else row.population
        zone.dwellings_per_km2 = zone.dwellings_per_km2 if row.dwellings is None else row.dwellings
        session.add(zone)
    session.flush()


def _check_fields(attributes: Mapping[str, Any], fields: ZoneFields) -> None:
    for name in fields.named():
        if name not in attributes:
            there = ", ".join(attributes) or "–"
            raise Refused(_("The file has no field “%(field)s”. It has: %(fields)s.", field=name, fields=there))


def _code(row: Row, field: str, seen: Container[str]) -> tuple[str, str | None]:
    if row.problem:
        return "", row.problem
    value = row.attributes[field]
    code = "" if value is None else str(value).strip()
    if not code:
        return "", _("The code is empty.")
    if len(code) > 80:
        return "", _("The code is longer than 80 characters.")
    if code in seen:
        return "", _("The code %(code)s stands in the file already.", code=code)
    return code, None


def _zone(row: Row, code: str, fields: ZoneFields) -> ZoneRow:
    """Raises ValueError with what is wrong."""
    shape = polygon(row.geometry)
    if shape is None:
        raise ValueError(_("The row is not a polygon."))
    people, dwellings = (_number(row, field) for field in (fields.population, fields.dwellings))
    if people is not None and people != int(people):
        raise NoNumber(_("The population %(number)s is not a whole number.", number=people))
    name = str(row.attributes.get(fields.name) or code)[:200]
    return ZoneRow(name, shape, None if people is None else int(people), dwellings)


def _number(row: Row, field: str | None) -> float | None:
    return number_in(row.attributes[field], field) if field else None
