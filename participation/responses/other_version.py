"""Another version of a handed-in answer: what a device sent too late to be used, and a person may let count instead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import orjson
from flask_babel import gettext as _
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from participation.activities import queries as activities
from participation.class_sessions.models import ClassSession
from participation.clock import now
from participation.responses import queries
from participation.responses.checking import checked
from participation.responses.flags import flags
from participation.responses.models import KeptBody, Mark, Response
from participation.responses.storing import known_marks, write_marks

ASIDE = ("uuid", "corrects")
HIDDEN = "hidden"


@dataclass(frozen=True)
class OtherVersion:
    """A kept body read as a hand-in: `columns` of the response and rows of its `marks`, or every one of its `problems`.

    Its routes were cut when it was kept, so nothing is cut here.
    """

    columns: dict[str, Any]
    marks: list[dict[str, Any]]
    problems: list[str]


def answered_by(session: Session, kept: KeptBody) -> Response | None:
    """The stored response that the body came for."""
    return session.scalar(select(Response).where(Response.uuid == kept.uuid))


def may_take_over(response: Response) -> bool:
    """True for an answer that is handed in or collected, and that no correction stands instead of."""
    done = response.complete or response.collected_at is not None
    return done and response.replaced_by_id is None


def read_version(session: Session, kept: KeptBody, area: str | None) -> OtherVersion:
    """What the body says, checked as a hand-in is; `area`: the project's."""
    content = orjson.loads(kept.body)
    number = content.get("questionnaire_version")
    questionnaire = activities.published(session, kept.activity_id, number)
    if questionnaire is None:
        return OtherVersion({}, [], [_("It answers a questionnaire that was never published.")])
    answers, marks, wrong = checked(kept.uuid, questionnaire, content, content.get("marks", []), area, kept.received_at)
    language = content.get("language")
    columns = {
        "questionnaire_version": number,
        "language": language[:10] if isinstance(language, str) else "nb",
        "answers": orjson.dumps(answers).decode(),
        "flags": flags(answers),
        "reviewed_at": None,
    }
    return OtherVersion(columns, marks, [error["message"] for error in wrong])


def exchange(session: Session, kept: KeptBody, response: Response, other: OtherVersion) -> None:
    """Let the other version count, and keep the one that did in its place, so that this can be undone.

    Revision and digest stay, so a device that sends the first version once more is told that it has arrived.
    """
    before = orjson.dumps(body_of(session, response)).decode()
    hidden, arrived = orjson.loads(kept.body).get(HIDDEN), response.received_at
    response.received_at, kept.received_at, kept.body = kept.received_at, arrived, before
    for name, value in other.columns.items():
        setattr(response, name, value)
    session.flush()
    connection = session.connection()
    write_marks(connection, response.id, other.marks, known_marks(connection, response.id))
    hide_again(session, response, hidden if isinstance(hidden, dict) else {})
    session.expire_all()


def hide_again(session: Session, response: Response, hidden: dict[str, Any]) -> None:
    """Hide what somebody had hidden when the version was exchanged for another."""
    for fingerprint, by in hidden.items():
        same = (Mark.response_id == response.id, Mark.fingerprint == fingerprint, Mark.hidden_at.is_(None))
        session.execute(update(Mark).where(*same).values(hidden_at=now(), hidden_by=str(by)[:254]))


def body_of(session: Session, response: Response) -> dict[str, Any]:
    """The stored response as a kept body says it."""
    content = {name: value for name, value in queries.document(response).items() if name not in ASIDE}
    found = session.get(ClassSession, response.class_session_id) if response.class_session_id else None
    return {
        "activity": str(response.activity_id),
        "questionnaire_version": response.questionnaire_version,
        "language": response.language,
        "class_code": found.code if found else None,
        HIDDEN: {mark.fingerprint: mark.hidden_by for mark in response.marks if mark.hidden_at},
        **content,
    }
