"""Schools from a file: every problem by row, and only whole rows."""

from __future__ import annotations

from pathlib import Path

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.projects.files.reading import AS_IT_IS, Reading
from participation.projects.files.report import FileRead
from participation.projects.models import Project, School

SchoolsRead = FileRead[tuple[str, float, float]]


def read_schools(path: Path, name_field: str, kind_field: str, reading: Reading = AS_IT_IS) -> SchoolsRead:
    """Name → kind, longitude, latitude of a file's whole rows; an area counts as its middle."""
    read: SchoolsRead = FileRead()
    for row in reading.rows(path):
        read.report.read += 1
        name = str(row.attributes.get(name_field) or "").strip()[:200]
        if row.problem or row.geometry is None or not name:
            lacking = _("The school has no name in the field “%(field)s”.", field=name_field)
            read.report.reject(row.number, row.problem or lacking)
            continue
        if name in read.rows:
            read.report.reject(row.number, _("The school %(name)s stands in the file already.", name=name))
            continue
        point = row.geometry.centroid
        kind = str(row.attributes.get(kind_field) or "")[:80]
        read.take(name, (kind, round(point.x, 6), round(point.y, 6)))
    return read


def store_schools(session: Session, project: Project, read: SchoolsRead) -> None:
    """Keep what was read as the project's schools; one with the same name is moved."""
    stored = session.scalars(select(School).where(School.project_id == project.id))
    known = {school.name: school for school in stored}
    for name, (kind, longitude, latitude) in read.rows.items():
        school = known.get(name) or School(project_id=project.id, name=name)
        school.kind, school.longitude, school.latitude = kind, longitude, latitude
        session.add(school)
    session.flush()
