"""Reading people."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.accounts.models import Person


def person_by_email(session: Session, email: str) -> Person | None:
    """The person with this address, in any case of letters."""
    return session.scalar(select(Person).where(Person.email == email.strip().lower()))


def person_by_cookie(session: Session, cookie: str) -> Person | None:
    """The person a sign-in cookie names, unless its generation is over or the person has left."""
    identity, _, generation = cookie.partition(".")
    if not (identity.isdigit() and generation.isdigit()):
        return None
    person = session.get(Person, int(identity))
    return person if person and person.is_active and person.sign_in_generation == int(generation) else None
