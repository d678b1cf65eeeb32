"""Several writes in one transaction: each is told the truth about its own, and none takes another with it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

import flask
import pytest
from sqlalchemy import Connection, insert, select

from participation.accounts.models import Person
from participation.clock import now
from participation.database import DatabaseBusy, write_lock
from participation.extensions import db
from participation.writing_together import write_together

PERSON: Any = Person.__table__


def adding(email: str) -> Callable[[Connection], str]:
    def work(connection: Connection) -> str:
        row = {"email": email, "role": "planner", "password_hash": "", "failed_sign_ins": 0, "created_at": now()}
        connection.execute(insert(PERSON).values(**row))
        return email

    return work


def failing(_connection: Connection) -> str:
    raise ValueError("on purpose")


def stored() -> list[str]:
    with db.engine.connect() as connection:
        return sorted(connection.scalars(select(PERSON.c.email)))


def all_at_once(app: flask.Flask, works: list[Callable[[Connection], str]]) -> list[Any]:
    """What each work was told, or its exception; all gathered while the lock is held."""
    told: list[Any] = [None] * len(works)

    def one(place: int) -> None:
        with app.app_context():
            try:
                told[place] = write_together(db, works[place], wait=5)
            except Exception as problem:
                told[place] = problem

    threads = [threading.Thread(target=one, args=(place,)) for place in range(len(works))]
    with write_lock:
        for thread in threads:
            thread.start()
        time.sleep(0.3)
    for thread in threads:
        thread.join()
    return told


def test_each_is_told_what_became_of_its_own(app: flask.Flask) -> None:
    told = all_at_once(app, [adding("a@x.no"), failing, adding("b@x.no"), adding("a@x.no")])
    assert isinstance(told[1], ValueError)
    assert told[2] == "b@x.no"
    assert sorted(isinstance(one, Exception) for one in (told[0], told[3])) == [False, True]
    assert stored() == ["a@x.no", "b@x.no"]


def test_thirty_at_once_are_all_stored(app: flask.Flask) -> None:
    emails = [f"p{number:02}@x.no" for number in range(30)]
    assert all_at_once(app, [adding(email) for email in emails]) == emails
    assert stored() == emails


class TestOnSQLite:
    @pytest.fixture
    def store(self) -> str:
        return "sqlite"

    def test_what_cannot_wait_longer_is_not_stored_later(self, app: flask.Flask) -> None:
        with write_lock, pytest.raises(DatabaseBusy):
            write_together(db, adding("late@x.no"), wait=0.1)
        assert write_together(db, adding("next@x.no")) == "next@x.no"
        assert stored() == ["next@x.no"]
