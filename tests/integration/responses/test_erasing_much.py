"""Somebody who has handed in very often erases it all in a moment."""

from __future__ import annotations

import flask
import pytest
from flask.testing import FlaskClient
from sqlalchemy import event

from participation.class_sessions.models import ClassSession
from participation.extensions import db
from participation.responses import services
from participation.responses.models import Erasure, Mark, Response
from tests.factories.classes import body, make_class, new_uuid, point
from tests.integration.responses.test_hand_in import join, put


def statements_of_erasing(client: FlaskClient, class_session: ClassSession, times: int) -> int:
    """How many it takes when a pupil has handed in so many times."""
    token = join(client, class_session)["token"]
    uuids = [new_uuid() for _ in range(times)]
    for uuid in uuids:
        assert put(client, uuid, body(class_session, point(), pupil=token, complete=True)).status_code == 201
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        statements.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    answer = client.delete(f"/api/responses/{uuids[0]}", headers={"Authorization": f"Bearer {token}"})
    event.remove(db.engine, "before_cursor_execute", note)
    assert answer.status_code == 204
    assert db.session.query(Response).count() == db.session.query(Mark).count() == 0
    return len(statements)


def test_it_takes_as_many_statements_however_much_it_is(client: FlaskClient) -> None:
    """Each response took ten, and all that were left were looked through for each: a thousand of one child held the store
    for ten seconds."""
    class_session = make_class()
    assert statements_of_erasing(client, class_session, 2) == statements_of_erasing(client, class_session, 12)
    assert db.session.query(Erasure).count() == 14


def test_very_much_is_erased_a_part_at_a_time(app: flask.Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services, "AT_ONCE", 2)
    statements_of_erasing(app.test_client(), make_class(), 5)
    assert db.session.query(Erasure).count() == 5
