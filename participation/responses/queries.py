"""Reading responses and marks."""

from __future__ import annotations

from collections.abc import Sequence

import orjson
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from participation.activities.models import Activity
from participation.class_sessions import codes
from participation.class_sessions.models import ClassSession, Pupil
from participation.responses.models import Mark, Response


def newest_of_pupil(session: Session, pupil: Pupil) -> Response | None:
    """What the pupil works on: the newest response that no other replaces."""
    wanted = select(Response).where(Response.pupil_id == pupil.id, Response.replaced_by_id.is_(None))
    return session.scalar(wanted.order_by(Response.received_at.desc(), Response.id.desc()).limit(1))


def document(response: Response) -> dict[str, object]:
    """A response as the device sends it, for resuming on another device."""
    features = [
        {
            "type": "Feature",
            "geometry": orjson.loads(mark.geometry),
            "properties": {
                "question": mark.question,
                "category": mark.category,
                "home_cut": mark.home_cut,
                "answers": orjson.loads(mark.answers),
            },
        }
        for mark in response.marks
    ]
    return {
        "uuid": response.uuid,
        "revision": response.revision,
        "complete": response.complete,
        "answers": orjson.loads(response.answers),
        "marks": features,
    }


def responses_by_receipt(session: Session, code: str) -> Sequence[Response]:
    """Handed-in responses with this receipt, newest first."""
    wanted = select(Response).where(Response.receipt_hash == codes.hashed(code))
    return session.scalars(wanted.order_by(Response.received_at.desc(), Response.id.desc())).all()


def counted(session: Session, activity: Activity) -> int:
    """How many responses of the activity count: handed in or collected, not hidden, replaced or tests."""
    wanted = select(func.count()).select_from(Response).where(Response.activity_id == activity.id, *counting())
    return session.scalar(wanted) or 0


def counting() -> tuple[ColumnElement[bool], ...]:
    """The conditions under which a response counts in results and exports."""
    return (
        Response.complete.is_(True) | Response.collected_at.is_not(None),
        Response.hidden_at.is_(None),
        Response.replaced_by_id.is_(None),
        Response.is_test.is_(False),
    )


def shown_marks(session: Session, class_session: ClassSession) -> Sequence[Mark]:
    """The class's marks that nobody has hidden, drafts too, in the order they were drawn."""
    wanted = (
        select(Mark)
        .join(Mark.response)
        .where(
            Response.class_session_id == class_session.id,
            Response.hidden_at.is_(None),
            Response.replaced_by_id.is_(None),
            Mark.hidden_at.is_(None),
        )
    )
    return session.scalars(wanted.order_by(Mark.id)).all()


def stages(session: Session, activity: Activity) -> dict[str, int]:
    """How many of the activity's counting responses are received, read, taken further."""
    wanted = select(Response.status, func.count()).where(Response.activity_id == activity.id, *counting())
    return {row[0]: row[1] for row in session.execute(wanted.group_by(Response.status))}
