"""Reading people and where they are signed in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from participation.accounts.models import Person, SignIn
from participation.clock import now

# As long as the cookie, and the hour within which it is not noted that it was used.
ALIVE_FOR = timedelta(hours=13)


def person_by_email(session: Session, email: str) -> Person | None:
    """The person with this address, in any case of letters."""
    return session.scalar(select(Person).where(Person.email == email.strip().lower()))


def people(session: Session) -> Sequence[Person]:
    """Everybody by e-mail, with their parts in projects."""
    return session.scalars(select(Person).options(selectinload(Person.memberships)).order_by(Person.email)).all()


def sign_in_with(session: Session, token_hash: str) -> SignIn | None:
    """The sign-in whose token has this hash, with its person; None when it is over or the person has left."""
    wanted = select(SignIn).where(SignIn.token_hash == token_hash, SignIn.last_seen_at > now() - ALIVE_FOR)
    found = session.scalar(wanted.options(joinedload(SignIn.person)))
    return found if found and found.person.is_active else None


def sign_ins(session: Session, person: Person) -> Sequence[SignIn]:
    """Where the person is signed in, the one used last first."""
    wanted = select(SignIn).where(SignIn.person_id == person.id, SignIn.last_seen_at > now() - ALIVE_FOR)
    return session.scalars(wanted.order_by(SignIn.last_seen_at.desc(), SignIn.id.desc())).all()
