"""A store that cannot be reached: whoever has signed in is told so too, though nobody can ask who that is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import flask
import pytest
from flask.testing import FlaskClient
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from participation.extensions import db
from tests.factories.people import make_person, sign_in


@contextmanager
def away() -> Iterator[None]:
    """Nothing can be asked of the store."""

    def fail(*_given: Any) -> None:
        raise OperationalError("", None, Exception("unable to open database file"))

    event.listen(db.engine, "before_cursor_execute", fail)
    try:
        yield
    finally:
        event.remove(db.engine, "before_cursor_execute", fail)


@pytest.mark.parametrize("path", ["/projects", "/account", "/projects/loddefjord/tokens"])
def test_whoever_has_signed_in_is_told(app: flask.Flask, client: FlaskClient, path: str) -> None:
    make_person()
    sign_in(client)
    with away():
        answer = client.get(path)
    assert answer.status_code == 503
    assert answer.headers["Retry-After"]
    assert "Ingenting er mistet" in answer.text
    assert client.get("/account").status_code == 200
