"""Statements run on the driver's own cursor give and take what SQLAlchemy gives and takes, on both databases."""

from __future__ import annotations

from datetime import UTC, datetime

import flask
import pytest
from sqlalchemy import bindparam, insert, select
from sqlalchemy.exc import DBAPIError, IntegrityError

from participation.accounts.models import Person
from participation.database import reading_connection, writing
from participation.extensions import db
from participation.prepared import Prepared
from participation.responses.storing import blank

MOMENT = datetime(2026, 6, 1, 12, 30, tzinfo=UTC)
TABLE = Person.__table__
NEW = {**blank(TABLE), "email": "a@b.no", "created_at": MOMENT}  # type: ignore[arg-type]
ADD = Prepared(insert(TABLE).returning(TABLE.c.id), NEW)  # type: ignore[arg-type]
FIND = select(TABLE).where(TABLE.c.email == bindparam("email"))


def add(email: str) -> None:
    with writing(db) as session:
        assert ADD.first(session.connection(), {**NEW, "role": "planner", "password_hash": "", "email": email}).id > 0


def test_rows_are_those_of_sqlalchemy(app: flask.Flask) -> None:
    add("a@b.no")
    with reading_connection(db) as connection:
        told = connection.execute(FIND, {"email": "a@b.no"}).one()
        prepared = Prepared(FIND)
        for _again in range(2):
            found = prepared.first(connection, {"email": "a@b.no"})
            assert found._asdict() == told._asdict()
        assert found.created_at == MOMENT
        assert prepared.first(connection, {"email": "nobody@b.no"}) is None


def test_problems_are_those_of_sqlalchemy(app: flask.Flask) -> None:
    add("a@b.no")
    with pytest.raises(IntegrityError):
        add("a@b.no")
    add("c@b.no")


def test_a_change_that_was_not_declared_is_refused(app: flask.Flask) -> None:
    with reading_connection(db) as connection, pytest.raises((RuntimeError, DBAPIError)):
        ADD.run(connection, [{**NEW, "role": "planner", "password_hash": ""}])
