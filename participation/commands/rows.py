"""Rows that commands name on their command line."""

from __future__ import annotations

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
        raise Refused(f"There is no project {slug!r}. Add it with: lokalkjent project add --slug {slug} --name NAME")
    return project


def activity_numbered(session: Session, identity: str) -> Activity:
    """The activity with this id; refused when there is none."""
    activity = activities.activity_by_id(session, identity)
    if activity is None:
        raise Refused(f"There is no activity {identity!r}. Its id is the number that `activity add --json` printed.")
    return activity
