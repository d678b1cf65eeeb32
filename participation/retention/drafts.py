"""The rules for drafts: a pupil's is taken in, as when a class ends, before anything of the class is deleted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, not_, or_, select, update
from sqlalchemy.orm import Session

from participation.activities.models import Activity
from participation.activities.queries import closed_before
from participation.class_sessions.models import CLOSED, ClassSession
from participation.class_sessions.queries import at_work
from participation.classroom import services as classroom
from participation.responses.models import Response
from participation.responses.queries import unsent
from participation.retention.periods import over_since

OF_NO_CLASS = Response.class_session_id.is_(None)
IS_DRAFT = and_(Response.complete.is_(False), Response.collected_at.is_(None))


def forgotten_classes(moment: datetime) -> Select[Any]:
    """Classes at work in an activity that closed long ago, or with drafts when nothing has come for long."""
    before = over_since("stale_drafts", moment)
    of_class = Response.class_session_id == ClassSession.id
    closed = closed_before(over_since("drafts", moment))
    silent = and_(
        exists().where(of_class, IS_DRAFT),
        not_(exists().where(of_class, Response.received_at >= before)),
        ClassSession.opened_at < before,
    )
    wanted = select(ClassSession.id).join(Activity, Activity.id == ClassSession.activity_id)
    return wanted.where(at_work(), or_(closed, silent))


def end_and_collect(session: Session, ids: Sequence[int], _moment: datetime) -> None:
    """End classes as their teachers would have."""
    for class_session in session.scalars(select(ClassSession).where(ClassSession.id.in_(ids))):
        classroom.end(session, class_session)


def unsent_in_ended_classes(moment: datetime) -> Select[Any]:
    """What came from a device after its class had ended, and was never sent."""
    return drafts().where(ended_long_ago(moment), *unsent())


def take_in(session: Session, ids: Sequence[int], moment: datetime) -> None:
    session.execute(update(Response).where(Response.id.in_(ids)).values(collected_at=moment))


def abandoned_drafts(moment: datetime) -> Select[Any]:
    """Drafts of surveys closed long ago, and what is left in classes: corrections that were never handed in."""
    survey_is_over = and_(OF_NO_CLASS, closed_before(over_since("drafts", moment)))
    left_over = and_(ended_long_ago(moment), not_(and_(*unsent())))
    return drafts().join(Activity, Activity.id == Response.activity_id).where(or_(survey_is_over, left_over))


def stale_drafts(moment: datetime) -> Select[Any]:
    """Drafts of surveys that nobody goes on with; those of a class wait until it has ended."""
    return drafts().where(OF_NO_CLASS, Response.received_at < over_since("stale_drafts", moment))


def drafts() -> Select[Any]:
    of_class = ClassSession.id == Response.class_session_id
    return select(Response.id).outerjoin(ClassSession, of_class).where(IS_DRAFT)


def ended_long_ago(moment: datetime) -> ColumnElement[bool]:
    return and_(ClassSession.status == CLOSED, ClassSession.closed_at < over_since("drafts", moment))
