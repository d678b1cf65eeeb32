"""Reading what the municipality heard."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.activities.models import Activity
from participation.class_sessions.models import ClassSession
from participation.feedback.models import Heard


def heard_by(session: Session, class_session: ClassSession) -> Sequence[Heard]:
    """What was told to this class or to all classes of its activity, newest first."""
    wanted = select(Heard).where(
        Heard.activity_id == class_session.activity_id,
        Heard.class_session_id.is_(None) | (Heard.class_session_id == class_session.id),
    )
    return session.scalars(wanted.order_by(Heard.published_at.desc(), Heard.id.desc())).all()


def heard(session: Session, activity: Activity) -> Sequence[Heard]:
    """Everything told in the activity, newest first."""
    wanted = select(Heard).where(Heard.activity_id == activity.id)
    return session.scalars(wanted.order_by(Heard.published_at.desc(), Heard.id.desc())).all()
