"""Changes to projects."""

from __future__ import annotations

from flask_babel import gettext as _
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from participation.clock import now
from participation.errors import Refused
from participation.projects import queries
from participation.projects.models import Project, School, Zone
from participation.projects.slugs import RESERVED, check_slug, slug_of
from participation.removals.services import Removed, remove_all


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


def free_slug(session: Session, name: str) -> str:
    """An address made from a name, with a number behind it when it is taken."""
    stem, number = slug_of(name), 2
    slug = stem
    while slug in RESERVED or queries.project_by_slug(session, slug):
        slug, number = f"{stem}-{number}", number + 1
    return slug


def archive(project: Project) -> None:
    """Put it away: it is in no list any more, and nobody sees its page."""
    project.archived_at = project.archived_at or now()


def take_out(project: Project) -> None:
    """Out of the archive again."""
    project.archived_at = None


def delete_zones(session: Session, project: Project, kind: str) -> tuple[int, Removed | None]:
    """Remove the project's zones of one kind; how many there were, and by what they are brought back."""
    wanted = select(Zone).where(Zone.project_id == project.id, Zone.kind == kind).order_by(Zone.id)
    gone = session.scalars(wanted).all()
    return len(gone), remove_all(session, project.id, gone) if gone else None


def delete_schools(session: Session, project: Project) -> int:
    """Remove the project's schools; classes keep the name of theirs."""
    gone = delete(School).where(School.project_id == project.id)
    return session.execute(gone).rowcount  # type: ignore[attr-defined]
