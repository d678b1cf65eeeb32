"""People for tests."""

from __future__ import annotations

from argon2 import PasswordHasher

from participation.accounts import services
from participation.accounts.models import Person
from participation.database import writing
from participation.extensions import db
from participation.projects.models import Project

PASSWORD = "a long and good password"
# A hash says how much work it took, and signing in repeats it: little for those who only need to be signed in.
HASHED = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)


def make_person(email: str = "planner@example.no", role: str | None = "planner", password_hash: str = HASHED) -> Person:
    """A person with PASSWORD."""
    with writing(db) as session:
        services.add_person(session, email, role, password_hash)
    return db.session.query(Person).filter_by(email=email).one()


def make_member(project: Project, role: str, email: str = "member@example.no") -> Person:
    """Someone with a part in `project` alone."""
    person = make_person(email, None)
    with writing(db) as session:
        services.give_part(session, session.get_one(Person, person.id), project.id, role)
    return person


def sign_in(client: object, email: str = "planner@example.no") -> None:
    """Sign `client` in as the person with `email`."""
    answer = client.post("/login", data={"email": email, "password": PASSWORD})  # type: ignore[attr-defined]
    assert answer.status_code == 302
