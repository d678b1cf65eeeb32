"""Loading a project and checking the right to it, in one call."""

from __future__ import annotations

from collections.abc import Sequence

import flask
from flask_login import current_user
from sqlalchemy.orm import Session

from participation.accounts.permissions import Permission
from participation.accounts.signing_in import current
from participation.extensions import db
from participation.projects import queries
from participation.projects.models import Project


def project_at(slug: str) -> Project:
    """The project with this slug, for those who may do in it what the route `@requires`.

    Where the reader has no part, it is a 404 as if it were not there; where the part is too small, a 403.
    """
    project = queries.project_by_slug(db.session(), slug)
    if project is None or not current_user.may(Permission.PROJECT_SEE, project.id):
        flask.abort(404)
    if not current_user.may(flask.g.required, project.id):
        flask.abort(403)
    flask.g.project_id = project.id
    return project


def refuse_who_has_left(slug: str) -> None:
    """Check the right once more, as it stands now: what took long to make is not given to who has lost it meanwhile."""
    db.session.rollback()
    if current() is None:
        flask.abort(403)
    project_at(slug)


def public_project_at(slug: str) -> Project:
    """The project with this slug, where its page is for everyone; else a 404 as if it were not there."""
    project = queries.project_by_slug(db.session(), slug)
    if project is None or not project.is_for_everyone:
        flask.abort(404)
    return project


def project_for_programs(session: Session, slug: str) -> Project | None:
    """The project with this slug, whoever asks: the caller checks the right to it, by a program's token."""
    return queries.project_by_slug(session, slug)


def projects_seen() -> Sequence[Project]:
    """The projects the reader may see, by name."""
    return seen(queries.projects(db.session()))


def archived_seen() -> Sequence[Project]:
    """The archived projects the reader may see, the newest first."""
    return seen(queries.archived(db.session()))


def seen(found: Sequence[Project]) -> Sequence[Project]:
    return [one for one in found if current_user.may(Permission.PROJECT_SEE, one.id)]
