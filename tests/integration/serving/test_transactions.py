"""Only inside writing() may the store be changed: elsewhere a change is refused, on both databases."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import flask
import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from participation.database import reading, reading_connection, sqlite_driver, writing
from participation.extensions import db
from participation.writing_together import write_together
from tests.quick_apps import PREPARE

CHANGE = text("UPDATE person SET failed_sign_ins = 1")


def refused(connection: Connection) -> None:
    with pytest.raises((RuntimeError, DBAPIError)):
        connection.execute(CHANGE)


def test_what_is_acknowledged_is_on_the_disk(tmp_path: Path) -> None:
    """In the product: the tests themselves wait for no disk (tests/quick_apps.py)."""
    with closing(sqlite_driver.connect(tmp_path / "store.sqlite")) as connection:
        PREPARE(connection, None)
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)


def test_a_reading_connection_changes_nothing(app: flask.Flask) -> None:
    with reading_connection(db) as connection:
        refused(connection)


def test_a_reading_session_changes_nothing(app: flask.Flask) -> None:
    with reading(db) as session:
        refused(session.connection())


def test_nor_does_one_that_takes_over_the_writers_connection(app: flask.Flask) -> None:
    write_together(db, lambda connection: connection.execute(CHANGE).rowcount)
    with writing(db) as session:
        session.execute(CHANGE)
    for _connection in range(3):
        with reading_connection(db) as connection:
            refused(connection)


def test_a_failing_write_leaves_no_right_to_write(app: flask.Flask) -> None:
    with pytest.raises(ValueError, match="on purpose"), writing(db):
        raise ValueError("on purpose")
    with reading(db) as session:
        refused(session.connection())
