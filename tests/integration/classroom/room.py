"""A teacher with the link, and pupils who draw."""

from __future__ import annotations

from typing import Any

from flask.testing import FlaskClient

from participation.class_sessions import codes
from participation.class_sessions.models import ClassSession
from participation.extensions import db
from tests.factories.classes import body, new_uuid
from tests.integration.responses.test_hand_in import join, put


def enter(client: FlaskClient, class_session: ClassSession) -> str:
    """Open the teacher's link; the room's address."""
    fresh = db.session.get_one(ClassSession, class_session.id)
    answer = client.get(f"/t/{codes.teacher_token(fresh)}")
    assert answer.status_code == 302
    return f"/classroom/{class_session.id}"


def draw(client: FlaskClient, class_session: ClassSession, *marks: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """A new pupil who draws `marks`; what joining gave."""
    pupil = join(client, class_session)
    answer = put(client, new_uuid(), body(class_session, *marks, pupil=pupil["token"], **fields))
    assert answer.status_code == 201, answer.json
    return pupil


def again(class_session: ClassSession) -> ClassSession:
    """The class as it is stored now."""
    db.session.rollback()
    return db.session.get_one(ClassSession, class_session.id, populate_existing=True)
