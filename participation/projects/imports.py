"""Taking zones, schools and areas in from files: every problem by row, and only whole rows."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import shapely
from flask_babel import gettext as _
from shapely.geometry.base import BaseGeometry
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.errors import Refused
from participation.projects.gdal_file import Layer
from participation.projects.geofile import read_rows
from participation.projects.georow import Row
from participation.projects.models import Project, School, Zone

MOST_PROBLEMS = 1000


@dataclass
class Report:
    """How an import went: rows read, taken in, left out, and why; also what was mended in rows that were taken in."""

    read: int = 0
    accepted: int = 0
    rejected: int = 0
    problems: list[dict[str, Any]] = field(default_factory=list)

    def reject(self, row: int, message: str) -> None:
        """Count a row left out and say why (the first thousand)."""
        self.rejected += 1
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append({"row": row, "message": message})

    @property
    def is_refusal(self) -> bool:
        """True when the file had rows and none could be taken in."""
        return bool(self.rejected) and not self.accepted

    def as_json(self) -> dict[str, Any]:
        """The command line's JSON."""
        return {"read": self.read, "accepted": self.accepted, "rejected": self.rejected, "problems": self.problems}


@dataclass
class ZonesRead:
    """What a file of zones holds: code → (name, polygon), and how reading went."""

    zones: dict[str, tuple[str, BaseGeometry]] = field(default_factory=dict)
    report: Report = field(default_factory=Report)


def import_zones(session: Session, project: Project, path: Path, kind: str, code_field: str, name_field: str) -> Report:
    """Polygons from a file as zones of `kind`; a zone with the same code is replaced."""
    read = read_zones(path, code_field, name_field)
    store_zones(session, project, kind, read)
    return read.report


def read_zones(path: Path, code_field: str, name_field: str, layer: str | None = None) -> ZonesRead:
    """The whole polygons of a file, or of one `layer`; takes its time, so call it before `writing()`."""
    read = ZonesRead()
    for row in read_rows(path, Layer(layer, areas=True)):
        read.report.read += 1
        code, message = _zone_code(row, code_field, name_field, read.zones)
        shape = None if message else polygon(row.geometry)
        if message is None and shape is None:
            message = _("The row is not a polygon.")
        if message is not None or shape is None:
            read.report.reject(row.number, message or "")
            continue
        read.zones[code] = (str(row.attributes.get(name_field) or code)[:200], shape)
        read.report.accepted += 1
    return read


def store_zones(session: Session, project: Project, kind: str, read: ZonesRead) -> None:
    """Keep what was read as zones of `kind`; a zone with the same code is replaced."""
    kind = kind.strip()[:80]
    if not kind:
        raise Refused(_("Say what kind of zones these are, such as grunnkrets."))
    stored = session.scalars(select(Zone).where(Zone.project_id == project.id, Zone.kind == kind))
    known = {zone.code: zone for zone in stored}
    for code, (name, shape) in read.zones.items():
        zone = known.get(code) or Zone(project_id=project.id, kind=kind, code=code)
        zone.name = name
        zone.geometry = shapely.to_geojson(shapely.set_precision(shape, 1e-6, mode="pointwise"))
        zone.west, zone.south, zone.east, zone.north = shape.bounds
        session.add(zone)
    session.flush()


def _zone_code(row: Row, code_field: str, name_field: str, seen: Container[str]) -> tuple[str, str | None]:
    for name in (code_field, name_field):
        if name not in row.attributes:
            fields = ", ".join(row.attributes) or "–"
            raise Refused(_("The file has no field “%(field)s”. It has: %(fields)s.", field=name, fields=fields))
    if row.problem:
        return "", row.problem
    code = str(row.attributes[code_field] if row.attributes[code_field] is not None else "").strip()
    if not code:
        return "", _("The code is empty.")
    if len(code) > 80:
        return "", _("The code is longer than 80 characters.")
    if code in seen:
        return "", _("The code %(code)s stands in the file already.", code=code)
    return code, None


def polygon(shape: BaseGeometry | None) -> BaseGeometry | None:
    """A valid polygon or multipolygon made of `shape`; None when there is no area in it."""
    if shape is None or shape.geom_type not in ("Polygon", "MultiPolygon"):
        return None
    if not shape.is_valid:
        shape = shapely.make_valid(shape)
        if shape.geom_type == "GeometryCollection":
            parts = [part for part in shape.geoms if part.geom_type in ("Polygon", "MultiPolygon")]
            shape = shapely.union_all(parts) if parts else shapely.Polygon()
    return shape if shape.area > 0 and shape.geom_type in ("Polygon", "MultiPolygon") else None


@dataclass
class SchoolsRead:
    """What a file of schools holds: name → (kind, longitude, latitude), and how reading went."""

    schools: dict[str, tuple[str, float, float]] = field(default_factory=dict)
    report: Report = field(default_factory=Report)


def import_schools(
    session: Session, project: Project, path: Path, name_field: str = "navn", kind_field: str = "type"
) -> Report:
    """Points from a file as schools; one with the same name is moved."""
    read = read_schools(path, name_field, kind_field)
    store_schools(session, project, read)
    return read.report


def read_schools(path: Path, name_field: str, kind_field: str) -> SchoolsRead:
    """The named points of a file; an area counts as its middle."""
    read = SchoolsRead()
    for row in read_rows(path):
        read.report.read += 1
        name = str(row.attributes.get(name_field) or "").strip()[:200]
        if row.problem or row.geometry is None or not name:
            lacking = _("The school has no name in the field “%(field)s”.", field=name_field)
            read.report.reject(row.number, row.problem or lacking)
            continue
        point = row.geometry.centroid
        kind = str(row.attributes.get(kind_field) or "")[:80]
        read.schools[name] = (kind, round(point.x, 6), round(point.y, 6))
        read.report.accepted += 1
    return read


def store_schools(session: Session, project: Project, read: SchoolsRead) -> None:
    """Keep what was read as the project's schools; one with the same name is moved."""
    stored = session.scalars(select(School).where(School.project_id == project.id))
    known = {school.name: school for school in stored}
    for name, (kind, longitude, latitude) in read.schools.items():
        school = known.get(name) or School(project_id=project.id, name=name)
        school.kind, school.longitude, school.latitude = kind, longitude, latitude
        session.add(school)
    session.flush()


def read_area(path: Path) -> str:
    """The union of a file's polygons as GeoJSON text."""
    rows = read_rows(path, Layer(areas=True))
    shapes = [shape for row in rows if (shape := polygon(row.geometry)) is not None]
    if not shapes:
        raise Refused(_("The file has no polygon. Give the project's area as one or more polygons."))
    return shapely.to_geojson(shapely.set_precision(shapely.union_all(shapes), 1e-6, mode="pointwise"))


SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def check_slug(slug: str) -> str:
    """`slug` when it can stand in an address."""
    if not SLUG.fullmatch(slug) or len(slug) > 80:
        message = _(
            "“%(slug)s” cannot stand in an address. Use at most 80 small letters a–z, digits and hyphens.",
            slug=slug[:100],
        )
        raise Refused(message)
    return slug
