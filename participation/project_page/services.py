"""Changes to phases, contact persons, and whether the public sees the project's page."""

from __future__ import annotations

from sqlalchemy.orm import Session

from participation.clock import now
from participation.project_page.models import ContactPerson, Phase
from participation.projects.models import Project


def add_phase(session: Session, project: Project) -> Phase:
    """A new phase, to be filled in before the transaction ends."""
    phase = Phase(project_id=project.id)
    session.add(phase)
    return phase


def add_contact(session: Session, project: Project) -> ContactPerson:
    """A new contact person, to be filled in before the transaction ends."""
    contact = ContactPerson(project_id=project.id)
    session.add(contact)
    return contact


def set_photo(contact: ContactPerson, photo: bytes | None) -> None:
    """Another photo, a safe JPEG; None takes it away."""
    contact.photo, contact.has_photo = photo, photo is not None


def show_to_everyone(project: Project) -> None:
    project.public_since = project.public_since or now()


def hide_from_everyone(project: Project) -> None:
    project.public_since = None
