"""Changes to projects."""

from __future__ import annotations

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from participation.clock import now
from participation.errors import Refused
from participation.projects import queries
from participation.projects.imports import check_slug
from participation.projects.models import Project


def add_project(session: Session, slug: str, name: str, area: str | None = None) -> Project:
    """A new project; `area` is GeoJSON text, None = the whole world is inside."""
    check_slug(slug)
    if not name.strip():
        raise Refused(_("Give the project a name."))
    if queries.project_by_slug(session, slug):
        raise Refused(_("There is already a project with the address %(slug)s.", slug=slug))
    project = Project(slug=slug, name=name.strip()[:200], area=area, created_at=now(), description="")
    session.add(project)
    session.flush()
    return project
