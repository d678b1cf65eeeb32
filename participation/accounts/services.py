"""Changes to people: adding, signing in, locking out."""

from __future__ import annotations

import re
from datetime import timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from flask_babel import gettext as _
from sqlalchemy import delete
from sqlalchemy.orm import Session

from participation.accounts import queries
from participation.accounts.models import Membership, Person, SignIn
from participation.accounts.permissions import ROLES, Permission
from participation.clock import now
from participation.errors import Refused

EMAIL = re.compile(r"[^@\s<>\"]{1,64}@[^@\s<>\"]+\.[^@\s<>\".]+")
SHORTEST_PASSWORD = 12
TRIES = 5
LOCKED_FOR = timedelta(minutes=15)

_hasher = PasswordHasher()
# Verified when the address is unknown, so that the answer takes as long as for a known one.
_NOBODY = _hasher.hash("nobody has this password")


def hash_password(password: str) -> str:
    """An argon2id hash; takes tens of milliseconds, so call it before `writing()`."""
    return _hasher.hash(password)


def password_matches(password_hash: str | None, password: str) -> bool:
    """True when `password` is the one behind `password_hash`; None takes as long and is False."""
    try:
        return _hasher.verify(password_hash or _NOBODY, password) and password_hash is not None
    except (VerificationError, InvalidHashError):
        return False


def add_person(session: Session, email: str, role: str | None, password_hash: str) -> Person:
    """A new person; refused when the role is unknown or the address is taken or not an address.

    `role` counts in the whole municipality; None for those who only get parts in projects.
    """
    address = email.strip().lower()
    if role is not None and role not in ROLES:
        known = ", ".join(ROLES)
        raise Refused(_("There is no role “%(role)s”. Choose one of: %(roles)s.", role=role[:80], roles=known))
    if not EMAIL.fullmatch(address) or len(address) > 254:
        message = _("“%(email)s” is not an e-mail address. Write it as name@municipality.no.", email=email[:80])
        raise Refused(message)
    if queries.person_by_email(session, address):
        raise Refused(_("There is already a person with the address %(email)s.", email=address))
    person = Person(email=address, role=role or "", password_hash=password_hash, created_at=now())
    session.add(person)
    session.flush()
    return person


def give_part(session: Session, person: Person, project_id: int, role: str) -> None:
    """Let the person take part in the project with this role, instead of the one they had there."""
    found = next((one for one in person.memberships if one.project_id == project_id), None)
    if found is None:
        person.memberships.append(Membership(project_id=project_id, role=role, created_at=now()))
    else:
        found.role = role
    session.flush()


def change_password(session: Session, person: Person, password_hash: str, but: int | None) -> None:
    """A new password; every sign-in but that with id `but` is over."""
    person.password_hash = password_hash
    sign_out_everywhere(session, person, but)


def sign_out_everywhere(session: Session, person: Person, but: int | None = None) -> None:
    """End every sign-in of the person, except the one with id `but`."""
    session.execute(delete(SignIn).where(SignIn.person_id == person.id, SignIn.id != (but or 0)))


def sign_out_there(session: Session, person: Person, identity: int) -> None:
    """End one of the person's own sign-ins."""
    session.execute(delete(SignIn).where(SignIn.person_id == person.id, SignIn.id == identity))


def change_municipal_role(session: Session, person: Person, role: str) -> None:
    """Another role in every project; empty for none. It counts from the person's next request."""
    if role and role not in ROLES:
        raise Refused(_("Choose a role."), 422)
    person.role = role
    refuse_without_administrator(session)


def disable(session: Session, person: Person) -> None:
    """The person has left: no sign-in, no right, at once."""
    person.disabled_at = now()
    sign_out_everywhere(session, person)
    refuse_without_administrator(session)


def enable(person: Person) -> None:
    """The person may sign in again."""
    person.disabled_at = None


def refuse_without_administrator(session: Session) -> None:
    """Refused when nobody would be left who decides about people."""
    session.flush()
    if not any(one.is_active and one.may(Permission.PERSON_EDIT) for one in queries.people(session)):
        raise Refused(_("Somebody must be administrator. Make another person administrator first."), 409)


def note_sign_in(person: Person, matched: bool) -> None:
    """Count a failed try, lock after five for a quarter of an hour; a good one clears the count."""
    if matched:
        person.failed_sign_ins, person.locked_until = 0, None
        return
    person.failed_sign_ins += 1
    if person.failed_sign_ins >= TRIES:
        person.failed_sign_ins, person.locked_until = 0, now() + LOCKED_FOR


def is_locked(person: Person) -> bool:
    """True while a lockout lasts."""
    return person.locked_until is not None and person.locked_until > now()
