"""Test answers: how many there are, and deleting them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, delete, exists, func, select
from sqlalchemy.orm import Session

from participation.activities.models import Activity, QuestionnaireTrial
from participation.export_jobs.services import outdate
from participation.responses.models import KeptBody, Mark, Response
from participation.responses.photos import services as photos

# A statement takes only so many values.
AT_ONCE = 1000


def count(session: Session, activity: Activity) -> int:
    """How many tests of the activity there are, begun ones too."""
    wanted = select(func.count()).select_from(Response).where(*tests_of(activity))
    return session.scalar(wanted) or 0


def tests_of(activity: Activity) -> tuple[ColumnElement[bool], ...]:
    """The conditions for the activity's test answers."""
    return Response.activity_id == activity.id, Response.is_test.is_(True)


def delete_all(session: Session, activity: Activity) -> int:
    """Delete the activity's test answers with all that belongs to them; how many there were."""
    ids = session.scalars(select(Response.id).where(*tests_of(activity))).all()
    for start in range(0, len(ids), AT_ONCE):
        delete_tests(session, ids[start : start + AT_ONCE])
    return len(ids)


def delete_tests(session: Session, ids: Sequence[int]) -> None:
    """Delete these test answers, their marks, their photos and the bodies kept for them."""
    activities = session.scalars(select(Response.activity_id).where(Response.id.in_(ids)).distinct()).all()
    outdate(session, activities)
    uuids = session.scalars(select(Response.uuid).where(Response.id.in_(ids))).all()
    session.execute(delete(KeptBody).where(KeptBody.uuid.in_(uuids)))
    photos.forget(session, uuids)
    session.execute(delete(Mark).where(Mark.response_id.in_(ids)))
    session.execute(delete(Response).where(Response.id.in_(ids)))


def tests_before(moment: datetime) -> Select[Any]:
    """The ids of test answers that came before this."""
    return select(Response.id).where(Response.is_test.is_(True), Response.received_at < moment)


def trials_before(moment: datetime) -> Select[Any]:
    """The ids of drafts that were tried before this and have no test answers."""
    answered = exists().where(
        and_(
            Response.activity_id == QuestionnaireTrial.activity_id,
            Response.questionnaire_version == QuestionnaireTrial.number,
        )
    )
    return select(QuestionnaireTrial.id).where(QuestionnaireTrial.tried_at < moment, ~answered)
