"""Rows that commands name on their command line."""

from __future__ import annotations

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from participation.activities import queries as activities
from participation.activities.models import Activity
from participation.errors import Refused
from participation.projects import queries as projects
from participation.projects.models import Project


def project_named(session: Session, slug: str) -> Project:
    """The project with this slug; refused when there is none."""
    project = projects.project_by_slug(session, slug)
    if project is None:
        raise Refused(
            _(
                "There is no project “%(slug)s”. Make it with: lokalkjent project add --slug %(slug)s --name NAME",
                slug=slug[:80],
            )
        )
    return project


def activity_numbered(session: Session, identity: str) -> Activity:
    """The activity with this id; refused when there is none."""
    activity = activities.activity_by_id(session, identity)
    if activity is None:
        raise Refused(
            _(
                "There is no activity “%(id)s”. Its id is the number in its address on the planner's screens, "
                "and what lokalkjent activity add --json prints.",
                id=identity[:80],
            )
        )
    return activity
