"""People for tests."""

from __future__ import annotations

from functools import lru_cache

from participation.accounts import services
from participation.accounts.models import Person
from participation.database import writing
from participation.extensions import db

PASSWORD = "a long and good password"


@lru_cache
def _hashed() -> str:
    return services.hash_password(PASSWORD)


def make_person(email: str = "planner@example.no", role: str = "planner") -> Person:
    """A person with PASSWORD."""
    with writing(db) as session:
        services.add_person(session, email, role, _hashed())
    return db.session.query(Person).filter_by(email=email).one()


def sign_in(client: object, email: str = "planner@example.no") -> None:
    """Sign `client` in as the person with `email`."""
    answer = client.post("/login", data={"email": email, "password": PASSWORD})  # type: ignore[attr-defined]
    assert answer.status_code == 302
