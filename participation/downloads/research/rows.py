"""Reading what the package is made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from participation.activities.models import QuestionnaireVersion
from participation.class_sessions.models import ClassSession
from participation.downloads.heard import Read, by_lots
from participation.downloads.mark_queries import marks_in_parts
from participation.downloads.queries import PART
from participation.downloads.selected import of_responses
from participation.downloads.selection import Selection
from participation.downloads.steps import TOLD_BY, WITH_REPLACED, Steps
from participation.projects.models import School
from participation.responses.models import Mark, Photo, Response

Parts = Iterator[Sequence[Row[Any]]]


OF_RESPONSES = (
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
    Response.told,
    ClassSession.year,
    School.longitude,
    School.latitude,
)
OF_MARKS = (Mark.answers, Mark.reviewed_at, ClassSession.year)


@dataclass(frozen=True)
class Reader:
    """Reads what counts of an activity, at most PART at a time; `read` hears of each lot that has been dealt with. `steps`: given
    where everyone can see what is published; then marks are those that it tells of."""

    session: Session
    activity_id: int
    read: Read
    steps: Steps | None = None

    def responses(self) -> Parts:
        """Every response, with the year and the school's place of its class."""
        wanted = of_responses(select(*OF_RESPONSES).select_from(Response), Selection(self.activity_id))
        wanted = wanted.outerjoin(School, School.id == ClassSession.school_id).order_by(Response.id)
        found = self.session.execute(wanted, execution_options={"yield_per": PART})
        return by_lots(found.partitions(PART), self.read, len)

    def marks(self) -> Parts:
        """Every mark, with the year of its class."""
        if self.steps is None:
            return by_lots(marks_in_parts(self.session, Selection(self.activity_id), *OF_MARKS), self.read, len)
        with_replaced = Selection(self.activity_id, also=WITH_REPLACED)
        found = marks_in_parts(self.session, with_replaced, *OF_MARKS, *TOLD_BY)
        return self.steps.those_told_of(by_lots(found, self.read, len))


def pupils(session: Session, activity_id: int) -> list[tuple[int, int]]:
    """For each class that has answered, how many pupils it was to have, and how many answered: it may have had more."""
    responses = of_responses(select(func.count()).select_from(Response), Selection(activity_id))
    wanted = responses.add_columns(ClassSession.pupils_expected).where(Response.class_session_id.is_not(None))
    found = session.execute(wanted.group_by(ClassSession.id, ClassSession.pupils_expected))
    return [(expected, answered) for answered, expected in found]


def photos(session: Session, activity_id: int) -> int:
    """Those of the responses that count: one may have come before an answer that never did."""
    wanted = select(func.count(Photo.id)).select_from(Photo).join(Response, Response.uuid == Photo.response_uuid)
    return session.scalar(of_responses(wanted, Selection(activity_id))) or 0


def versions(session: Session, activity_id: int) -> list[QuestionnaireVersion]:
    """The versions of the questionnaire that any response that counts was given to, the first first; the newest where none was:
    that nobody answered is told by what they were asked."""
    answered = of_responses(select(Response.questionnaire_version).select_from(Response), Selection(activity_id))
    published = select(QuestionnaireVersion).where(QuestionnaireVersion.activity_id == activity_id)
    given_to = published.where(QuestionnaireVersion.number.in_(answered.correlate(None)))
    found = session.scalars(given_to.order_by(QuestionnaireVersion.number))
    return list(found) or list(session.scalars(published.order_by(QuestionnaireVersion.number.desc()).limit(1)))
