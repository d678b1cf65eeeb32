"""Reading activities and questionnaire versions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import flask
import orjson
from sqlalchemy import ColumnElement, and_, bindparam, or_, select
from sqlalchemy.orm import Session, joinedload, scoped_session

from participation.activities.kinds import KINDS, OPEN_LINK
from participation.activities.models import (
    CLOSED,
    OPEN,
    PAUSED,
    Activity,
    QuestionnaireTrial,
    QuestionnaireVersion,
)
from participation.clock import now
from participation.kept import kept
from participation.prepared import Prepared
from participation.projects.models import Project
from participation.row_numbers import row_number
from surveys.questionnaire import Questionnaire

# The request's session need not even be opened for what is kept in memory.
AnySession = Session | scoped_session[Any]
_NEWEST = Prepared(
    select(QuestionnaireVersion.number)
    .where(QuestionnaireVersion.activity_id == bindparam("activity"))
    .order_by(QuestionnaireVersion.number.desc())
    .limit(1)
)
_BY_ID = select(Activity).where(Activity.id == bindparam("id")).options(joinedload(Activity.project))


def activity_by_id(session: Session, identity: object) -> Activity | None:
    """The activity with this id, given as a number or its text, read with its project; anything else is None."""
    number = row_number(identity)
    return session.scalars(_BY_ID, {"id": number}).first() if number else None


def activity_or_404(session: Session, project: Project, identity: int) -> Activity:
    """The project's activity with this id; a missing one or another project's is a 404."""
    activity = session.get(Activity, identity)
    if activity is None or activity.project_id != project.id:
        flask.abort(404)
    return activity


def activities(session: Session, project: Project) -> Sequence[Activity]:
    """The project's activities, newest first."""
    wanted = select(Activity).where(Activity.project_id == project.id)
    return session.scalars(wanted.order_by(Activity.created_at.desc(), Activity.id.desc())).all()


def projects_asking(session: Session) -> Sequence[Project]:
    """The projects in which an activity is open, by name."""
    asks = select(Activity.project_id).where(*open_now())
    wanted = select(Project).where(Project.id.in_(asks), Project.archived_at.is_(None))
    return session.scalars(wanted.order_by(Project.name, Project.id)).all()


def open_now() -> tuple[ColumnElement[bool], ...]:
    """What holds of activities that take answers in now."""
    moment = now()
    return (
        Activity.status == OPEN,
        or_(Activity.opens_at.is_(None), Activity.opens_at <= moment),
        or_(Activity.closes_at.is_(None), Activity.closes_at > moment),
    )


def closed_before(moment: datetime) -> ColumnElement[bool]:
    """What holds of activities that somebody closed before `moment`, or that did so by themselves."""
    return or_(
        and_(Activity.status == CLOSED, Activity.closed_at < moment),
        and_(Activity.status.in_((OPEN, PAUSED)), Activity.closes_at < moment),
    )


def open_to_all(session: Session) -> Sequence[Activity]:
    """What anyone may answer now, in every project, the newest first."""
    kinds = [name for name, kind in KINDS.items() if kind.channel == OPEN_LINK]
    wanted = select(Activity).where(
        *open_now(),
        Activity.kind.in_(kinds),
        Activity.only_invited.is_(False),
        Project.archived_at.is_(None),
    )
    return session.scalars(wanted.join(Activity.project).order_by(Activity.opened_at.desc(), Activity.id.desc())).all()


def newest_number(session: Session, activity: Activity) -> int | None:
    """The number of the version new respondents get; None before the first is published."""
    found = _NEWEST.first(session.connection(), {"activity": activity.id})
    return None if found is None else found.number


def newest_version(session: Session, activity: Activity) -> QuestionnaireVersion | None:
    """The version new respondents get; None before the first is published."""
    wanted = select(QuestionnaireVersion).where(QuestionnaireVersion.activity_id == activity.id)
    return session.scalar(wanted.order_by(QuestionnaireVersion.number.desc()).limit(1))


def every_version(session: Session, activity: Activity) -> dict[int, Questionnaire]:
    """All that were published, by number, the newest first."""
    wanted = select(QuestionnaireVersion.number).where(QuestionnaireVersion.activity_id == activity.id)
    numbers = session.scalars(wanted.order_by(QuestionnaireVersion.number.desc())).all()
    found = {number: questionnaire(session, activity.id, number) for number in numbers}
    return {number: version for number, version in found.items() if version is not None}


def published(session: AnySession, activity_id: int, number: object) -> Questionnaire | None:
    """The version that a stranger names; None for one that was never published, or no number."""
    if not isinstance(number, int) or isinstance(number, bool) or not 0 < number < 2**31:
        return None
    return questionnaire(session, activity_id, number)


def questionnaire(session: AnySession, activity_id: int, number: int) -> Questionnaire | None:
    """Version `number` of the activity's questionnaire, kept read in memory: versions never change.

    Below 0: a draft as it was tried (QuestionnaireTrial).
    """
    return kept("questionnaire", (activity_id, number), lambda: _read(session, activity_id, number))


def _read(session: AnySession, activity_id: int, number: int) -> Questionnaire | None:
    table = QuestionnaireVersion if number > 0 else QuestionnaireTrial
    document = session.scalar(select(table.document).where(table.activity_id == activity_id, table.number == number))
    return None if document is None else Questionnaire.checked_before(orjson.loads(document))
