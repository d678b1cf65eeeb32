"""Reading projects, zones and schools."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from participation.projects.models import Project, School, Zone


def projects(session: Session) -> Sequence[Project]:
    """Every project that is not archived, by name."""
    return session.scalars(
        select(Project).where(Project.archived_at.is_(None)).order_by(Project.name, Project.id)
    ).all()


def archived(session: Session) -> Sequence[Project]:
    """Every project in the archive, the newest first."""
    wanted = select(Project).where(Project.archived_at.is_not(None))
    return session.scalars(wanted.order_by(Project.archived_at.desc(), Project.id)).all()


def project_by_slug(session: Session, slug: str) -> Project | None:
    """The project with this slug."""
    return session.scalar(select(Project).where(Project.slug == slug))


def zones(session: Session, project: Project, kind: str | None = None) -> Sequence[Zone]:
    """The project's zones by kind and code, or those of one kind."""
    wanted = select(Zone).where(Zone.project_id == project.id).order_by(Zone.kind, Zone.code)
    return session.scalars(wanted.where(Zone.kind == kind) if kind else wanted).all()


def zone_names(session: Session, project: Project) -> Sequence[Any]:
    """Id, kind, code and name of each zone, without its outline, by name."""
    wanted = select(Zone.id, Zone.kind, Zone.code, Zone.name).where(Zone.project_id == project.id)
    return session.execute(wanted.order_by(Zone.name, Zone.id)).all()


def schools(session: Session, project: Project) -> Sequence[School]:
    """The project's schools by name."""
    return session.scalars(select(School).where(School.project_id == project.id).order_by(School.name)).all()


def zone_kinds(session: Session, project: Project) -> Sequence[Any]:
    """Each kind of zone in the project, how many there are, and how many live in them as far as that is known."""
    wanted = select(Zone.kind, func.count().label("zones"), func.sum(Zone.population).label("population")).where(
        Zone.project_id == project.id
    )
    return session.execute(wanted.group_by(Zone.kind).order_by(Zone.kind)).all()


def main_kind(kinds: Sequence[Any]) -> str | None:
    """Of what `zone_kinds` gives, the kind that respondents are counted by: the first whose population is known."""
    known = [one.kind for one in kinds if one.population is not None]
    return next(iter([*known, *(one.kind for one in kinds)]), None)
