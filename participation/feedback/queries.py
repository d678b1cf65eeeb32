"""Reading what the municipality heard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.activities.models import Activity
from participation.class_sessions.models import ClassSession
from participation.feedback.models import Heard
from participation.responses.models import Response
from participation.responses.pupil_page import promise


def heard_by(session: Session, class_session: ClassSession) -> Sequence[Heard]:
    """What was told to this class or to all classes of its activity, newest first."""
    wanted = select(Heard).where(
        Heard.activity_id == class_session.activity_id,
        Heard.class_session_id.is_(None) | (Heard.class_session_id == class_session.id),
    )
    return session.scalars(wanted.order_by(Heard.published_at.desc(), Heard.id.desc())).all()


@dataclass(frozen=True, slots=True)
class Became:
    """What one who answered is told: how many marks stand, what was promised, what was heard."""

    marks: int
    promise: str | None
    heard: Sequence[Heard]


def became_of(session: Session, response: Response) -> Became:
    """What became of a response; the promise only until something was heard."""
    class_session = response.class_session
    told = heard_by(session, class_session) if class_session else heard_by_all(session, response.activity)
    promised = promise(class_session) if class_session and not told else None
    return Became(len(response.marks), promised, told)


def heard_by_all(session: Session, activity: Activity) -> Sequence[Heard]:
    """What was told to everyone in the activity, newest first."""
    return [told for told in heard(session, activity) if told.class_session_id is None]


def heard(session: Session, activity: Activity) -> Sequence[Heard]:
    """Everything told in the activity, newest first."""
    wanted = select(Heard).where(Heard.activity_id == activity.id)
    return session.scalars(wanted.order_by(Heard.published_at.desc(), Heard.id.desc())).all()
