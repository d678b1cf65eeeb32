"""Zones from a file: every problem by row, and only whole rows."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path

from flask_babel import gettext as _
from shapely.geometry.base import BaseGeometry
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.errors import Refused
from participation.projects.files.gdal_file import Layer
from participation.projects.files.geofile import read_rows
from participation.projects.files.georow import Row
from participation.projects.files.polygons import as_text, polygon
from participation.projects.files.report import FileRead
from participation.projects.models import Project, Zone

ZonesRead = FileRead[tuple[str, BaseGeometry]]


def read_zones(path: Path, code_field: str, name_field: str, layer: str | None = None) -> ZonesRead:
    """Code → name and polygon of a file's whole rows, or of one `layer`; takes its time, so call it before `writing()`."""
    read: ZonesRead = FileRead()
    for row in read_rows(path, Layer(layer, areas=True)):
        read.report.read += 1
        code, message = _code(row, code_field, name_field, read.rows)
        shape = None if message else polygon(row.geometry)
        if message is None and shape is None:
            message = _("The row is not a polygon.")
        if message is not None or shape is None:
            read.report.reject(row.number, message or "")
            continue
        read.take(code, (str(row.attributes.get(name_field) or code)[:200], shape))
    return read


def store_zones(session: Session, project: Project, kind: str, read: ZonesRead) -> None:
    """Keep what was read as zones of `kind`; a zone with the same code is replaced."""
    kind = kind.strip()[:80]
    if not kind:
        raise Refused(_("Say what kind of zones these are, such as grunnkrets."))
    stored = session.scalars(select(Zone).where(Zone.project_id == project.id, Zone.kind == kind))
    known = {zone.code: zone for zone in stored}
    for code, (name, shape) in read.rows.items():
        zone = known.get(code) or Zone(project_id=project.id, kind=kind, code=code)
        zone.name = name
        zone.geometry = as_text(shape)
        zone.west, zone.south, zone.east, zone.north = shape.bounds
        session.add(zone)
    session.flush()


def _code(row: Row, code_field: str, name_field: str, seen: Container[str]) -> tuple[str, str | None]:
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
