"""Reading what the package is made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from participation.activities.models import QuestionnaireVersion
from participation.class_sessions.models import ClassSession
from participation.downloads.queries import PART
from participation.downloads.selected import of_marks, of_responses
from participation.downloads.selection import Selection
from participation.projects.models import School
from participation.responses.models import Mark, Photo, Response

Parts = Iterator[Sequence[Row[Any]]]


def responses(session: Session, activity_id: int) -> Parts:
    """Every response that counts, with the year and the school's place of its class, at most PART at a time."""
    columns = (
        Response.id,
        Response.language,
        Response.channel,
        Response.people,
        Response.background,
        Response.answers,
        Response.reviewed_at,
        Response.completed_at,
        Response.collected_at,
        Response.received_at,
        ClassSession.year,
        School.longitude,
        School.latitude,
    )
    wanted = of_responses(select(*columns).select_from(Response), Selection(activity_id))
    wanted = wanted.outerjoin(School, School.id == ClassSession.school_id).order_by(Response.id)
    yield from session.execute(wanted, execution_options={"yield_per": PART}).partitions(PART)


def marks(session: Session, activity_id: int) -> Parts:
    """Every mark that counts, with the year of its class."""
    columns = (
        Mark.id,
        Mark.response_id,
        Mark.question,
        Mark.category,
        Mark.geometry,
        Mark.answers,
        Mark.reviewed_at,
        ClassSession.year,
    )
    wanted = of_marks(select(*columns).select_from(Mark), Selection(activity_id)).order_by(Mark.id)
    yield from session.execute(wanted, execution_options={"yield_per": PART}).partitions(PART)


def classes(session: Session, activity_id: int) -> tuple[int, int]:
    """How many classes have answered, and how many pupils they were to be."""
    answered = of_responses(select(Response.class_session_id).select_from(Response), Selection(activity_id))
    counted = select(func.count(), func.coalesce(func.sum(ClassSession.pupils_expected), 0)).select_from(ClassSession)
    found = session.execute(counted.where(ClassSession.id.in_(answered.correlate(None)))).one()
    return found[0], found[1]


def photos(session: Session, activity_id: int) -> int:
    wanted = select(func.count()).select_from(Photo).where(Photo.activity_id == activity_id)
    return session.scalar(wanted) or 0


def versions(session: Session, activity_id: int) -> list[QuestionnaireVersion]:
    """The versions of the questionnaire that any response that counts was given to, the first first."""
    answered = of_responses(select(Response.questionnaire_version).select_from(Response), Selection(activity_id))
    wanted = select(QuestionnaireVersion).where(
        QuestionnaireVersion.activity_id == activity_id, QuestionnaireVersion.number.in_(answered.correlate(None))
    )
    return list(session.scalars(wanted.order_by(QuestionnaireVersion.number)))
