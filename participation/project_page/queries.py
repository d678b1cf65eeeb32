"""Reading phases, contact persons and the projects the public may see."""

from __future__ import annotations

from collections.abc import Sequence

import flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.activities import queries as activities
from participation.activities.models import Activity
from participation.project_page.models import ContactPerson, Phase
from participation.projects.models import Project


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
