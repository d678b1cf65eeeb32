"""A class among those of a whole city: what it asks for is found by its index, however much others have sent."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event

from participation.class_sessions import codes
from participation.database import writing
from participation.extensions import db
from participation.responses import services
from tests.factories.classes import make_class, point
from tests.integration.classroom.room import again, draw, enter


@contextmanager
def asked_of_responses() -> Iterator[list[tuple[str, object]]]:
    """The statements about responses meanwhile."""
    asked: list[tuple[str, object]] = []

    def note(_connection: object, _cursor: object, statement: str, parameters: object, *_more: object) -> None:
        if "class_session_id" in statement and "response" in statement and not statement.startswith("INSERT"):
            asked.append((statement, parameters))

    event.listen(db.engine, "before_cursor_execute", note)
    yield asked
    event.remove(db.engine, "before_cursor_execute", note)


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_no_class_reads_the_responses_of_all_others(client: FlaskClient) -> None:
    """Ending 200 classes held the store for 2.4 s, and each open room read 70,000 responses every few seconds."""
    class_session = make_class()
    room = enter(client, class_session)
    draw(client, class_session, point())
    with asked_of_responses() as asked:
        for page in ("", "/state", "/marks"):
            assert client.get(f"{room}{page}").status_code == 200
        assert client.get(f"/projector/{codes.projector_token(class_session)}/cells").status_code == 200
        with writing(db) as session:
            assert services.collect_drafts(session, again(class_session)) == 1
    db.session.rollback()
    assert len(asked) > 5
    for statement, parameters in asked:
        plan = db.session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        assert "SCAN response" not in [row.detail for row in plan], statement
