"""Reading phases, contact persons and the projects the public may see."""

from __future__ import annotations

from collections.abc import Sequence

import flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from participation.activities import queries as activities
from participation.activities.models import CLOSED, Activity
from participation.project_page.models import ContactPerson, Phase
from participation.projects.models import Project
from participation.responses.models import Mark, Response


def phases(session: Session, project: Project) -> Sequence[Phase]:
    """The project's phases as they come."""
    wanted = select(Phase).where(Phase.project_id == project.id)
    return session.scalars(wanted.order_by(Phase.starts_on, Phase.ends_on, Phase.id)).all()


def contacts(session: Session, project: Project) -> Sequence[ContactPerson]:
    """The project's contact persons, in the order in which they were added."""
    return session.scalars(
        select(ContactPerson).where(ContactPerson.project_id == project.id).order_by(ContactPerson.id)
    ).all()


def phase_or_404(session: Session, project: Project, identity: int) -> Phase:
    """The project's phase with this id; a missing one or another project's is a 404."""
    phase = session.get(Phase, identity)
    if phase is None or phase.project_id != project.id:
        flask.abort(404)
    return phase


def contact_or_404(session: Session, project: Project, identity: int) -> ContactPerson:
    """The project's contact person with this id; a missing one or another project's is a 404."""
    contact = session.get(ContactPerson, identity)
    if contact is None or contact.project_id != project.id:
        flask.abort(404)
    return contact


def open_to_all_in(session: Session, project: Project) -> list[Activity]:
    """What anyone may answer now in the project, the newest first."""
    return [one for one in activities.open_to_all(session) if one.project_id == project.id]


def told_on_a_map_in(session: Session, project: Project) -> list[Activity]:
    """What is over in the project, and in which enough have put something on the map for some of it to be told, newest first.

    Not what is open: whoever reads what others say answers otherwise.
    """
    over = (one for one in activities.activities(session, project) if one.state == CLOSED)
    return [one for one in over if _have_marked(session, one, project.fewest_in_public)]


def _have_marked(session: Session, activity: Activity, fewest: int) -> bool:
    """So many different responses at least, without looking at more."""
    came = Response.complete | Response.collected_at.is_not(None)
    counts = came & Response.is_test.is_(False) & Response.hidden_at.is_(None)
    whose = select(Mark.response_id).join(Mark.response).where(Response.activity_id == activity.id, counts)
    some = whose.distinct().limit(fewest).subquery()
    return session.scalars(select(func.count()).select_from(some)).one() >= fewest
