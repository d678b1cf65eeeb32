"""A command that writes in many parts lets those who hand in write between them."""

from __future__ import annotations

import time

import flask
import pytest

from participation import database
from participation.database import patient_writing
from participation.extensions import db

HELD = 0.05


def test_others_get_longer_than_a_command_held_the_store(
    app: flask.Flask, store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever waits for SQLite asks again after a while, and a command that began its next part at once was always first:
    while 50,000 rows were imported, pupils were told to come back later."""
    with patient_writing(db):
        time.sleep(HELD)
    waited: list[float] = []
    monkeypatch.setattr(database.time, "sleep", waited.append)
    monkeypatch.setattr(database.time, "monotonic", lambda: database._LastPatient.over_at)
    with patient_writing(db):
        pass
    if store == "sqlite":
        assert waited[0] >= min(2 * HELD, database.LONGEST_PAUSE)
    else:
        assert waited == []
