"""Reading responses and marks."""

from __future__ import annotations

from collections.abc import Sequence

import orjson
from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from participation.activities.models import Activity
from participation.class_sessions import codes
from participation.class_sessions.models import ClassSession, Pupil
from participation.responses.models import Mark, Response


def newest_of_pupil(session: Session, pupil: Pupil) -> Response | None:
    """What the pupil works on: the newest response that no other replaces."""
    wanted = select(Response).where(Response.pupil_id == pupil.id, Response.replaced_by_id.is_(None))
    return session.scalar(wanted.order_by(Response.received_at.desc(), Response.id.desc()).limit(1))


def standing_of_pupil(session: Session, pupil: Pupil) -> Response | None:
    """What is known of the pupil: what was handed in, however far a correction has come, or else the newest draft."""
    wanted = select(Response).where(Response.pupil_id == pupil.id, *standing())
    return session.scalar(wanted.order_by(Response.received_at.desc(), Response.id.desc()).limit(1))


def standing() -> tuple[ColumnElement[bool], ...]:
    """No correction has replaced it, and it is itself no correction that is still to be handed in."""
    return Response.replaced_by_id.is_(None), Response.complete.is_(True) | Response.corrects_id.is_(None)


def of_class(class_session: ClassSession) -> ColumnElement[bool]:
    """It came from this class. The index of classes begins with the activity: without it all responses of all years are
    read, and a room at work asks every few seconds."""
    return and_(Response.activity_id == class_session.activity_id, Response.class_session_id == class_session.id)


def unsent() -> tuple[ColumnElement[bool], ...]:
    """A pupil's draft that is taken in when the class ends.

    Not the drafts of those who have handed in: while a correction is unfinished, what was handed in stands and counts.
    """
    other = aliased(Response)
    handed_in = exists().where(
        other.class_session_id == Response.class_session_id,
        other.pupil_id == Response.pupil_id,
        other.complete.is_(True),
    )
    return (
        Response.class_session_id.is_not(None),
        Response.complete.is_(False),
        Response.collected_at.is_(None),
        ~handed_in,
        *standing(),
    )


def document(response: Response) -> dict[str, object]:
    """A response as the device sends it, for resuming on another device."""
    features = [
        {
            "type": "Feature",
            "geometry": orjson.loads(mark.geometry),
            "properties": {
                "question": mark.question,
                "category": mark.category or None,
                "home_cut": mark.home_cut,
                "answers": orjson.loads(mark.answers),
            },
        }
        for mark in response.marks
    ]
    return {
        "uuid": response.uuid,
        "corrects": response.corrects.uuid if response.corrects else None,
        "revision": response.revision,
        "complete": response.complete,
        "answers": orjson.loads(response.answers),
        "marks": features,
    }


def responses_by_receipt(session: Session, code: str) -> Sequence[Response]:
    """What stands of the responses given with this code, newest first."""
    wanted = select(Response).where(given_with(code))
    found = session.scalars(wanted.order_by(Response.received_at.desc(), Response.id.desc())).all()
    newest = dict.fromkeys(newest_correction(session, response) for response in found)
    return [response for response in newest if response.complete or response.corrects_id is None]


def given_with(code: str) -> ColumnElement[bool]:
    """Handed in with this receipt, or made by the pupil whose own code it is, drafts too."""
    hashed = codes.hashed(code)
    pupil = select(Pupil.id).where(Pupil.code_hash == hashed)
    return or_(Response.receipt_hash == hashed, Response.pupil_id.in_(pupil))


def newest_correction(session: Session, response: Response) -> Response:
    """What stands instead of `response` after all its corrections; itself when there is none."""
    while response.replaced_by_id is not None:
        response = session.get_one(Response, response.replaced_by_id)
    return response


def all_of(session: Session, start: Sequence[Response]) -> list[Response]:
    """Everything of those who gave `start`: all of the same pupils, and what corrects another or was corrected."""
    found: dict[int, Response] = {}
    new = list(start)
    while new:
        found |= {response.id: response for response in new}
        pupils = {response.pupil_id for response in new} - {None}
        ids = {response.id for response in new}
        others = {pointer for response in new for pointer in (response.replaced_by_id, response.corrects_id)}
        linked = or_(
            Response.pupil_id.in_(pupils),
            Response.id.in_(others - {None}),
            Response.replaced_by_id.in_(ids),
            Response.corrects_id.in_(ids),
        )
        new = list(session.scalars(select(Response).where(linked, Response.id.not_in(found)).order_by(Response.id)))
    return list(found.values())


def counted(session: Session, activity: Activity) -> int:
    """How many responses of the activity count: handed in or collected, not hidden, replaced or tests."""
    wanted = select(func.count()).select_from(Response).where(Response.activity_id == activity.id, *counting())
    return session.scalar(wanted) or 0


def by_channel(session: Session, activity: Activity) -> dict[str, int]:
    """How many responses that count came by each channel, the most first: never one number for all of them."""
    wanted = select(Response.channel, func.count()).where(Response.activity_id == activity.id, *counting())
    found = session.execute(wanted.group_by(Response.channel).order_by(func.count().desc(), Response.channel))
    return dict(found.all())


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
            of_class(class_session),
            Response.hidden_at.is_(None),
            Mark.hidden_at.is_(None),
            *standing(),
        )
    )
    return session.scalars(wanted.order_by(Mark.id)).all()


def stages(session: Session, activity: Activity) -> dict[str, int]:
    """How many of the activity's counting responses are received, read, taken further."""
    wanted = select(Response.status, func.count()).where(Response.activity_id == activity.id, *counting())
    return {row[0]: row[1] for row in session.execute(wanted.group_by(Response.status))}
