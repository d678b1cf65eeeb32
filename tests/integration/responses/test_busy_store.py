"""Another process holds the store: everybody is told to come back, and soon."""

from __future__ import annotations

import time

import flask
import pytest
from flask.testing import FlaskClient

from participation.database import sqlite_driver
from tests.factories.classes import body, make_class, new_uuid, point


@pytest.fixture
def store() -> str:
    return "sqlite"


def test_a_locked_store_is_503_within_a_second_and_then_at_once(app: flask.Flask, client: FlaskClient) -> None:
    sent = body(make_class(), point())
    assert client.put(f"/api/responses/{new_uuid()}", json=sent).status_code == 201
    # The same library as the program: locks of one process are told apart by the library only.
    other = sqlite_driver.connect(app.config["DATA_DIR"] / "lokalkjent.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    waited = []
    for _try in range(4):
        started = time.perf_counter()
        refused = client.put(f"/api/responses/{new_uuid()}", json=sent)
        waited.append(time.perf_counter() - started)
        assert refused.status_code == 503
        assert refused.headers["Retry-After"]
        assert refused.get_json().keys() == {"error"}
    # What a busy machine needs is there besides: the first waits for a second, and none of the others does.
    assert waited[0] < 2
    assert max(waited[1:]) < 1
    other.execute("ROLLBACK")
    assert client.put(f"/api/responses/{new_uuid()}", json=sent).status_code == 201
    other.close()
