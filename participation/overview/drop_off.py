"""Where those who begin a survey stop: of what is begun and not sent, the question at which it stands."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import orjson
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from participation.activities import queries as activities
from participation.activities.models import Activity
from participation.responses.models import Mark, Response
from participation.responses.queries import standing
from surveys.drop_off import left_at
from surveys.question import Question
from surveys.questionnaire import Questionnaire

# Each is walked through with its conditions: enough to see where people stop, and soon done.
NEWEST = 5000


@dataclass(frozen=True)
class Stop:
    """`share`: of all that is begun and not sent, from 0 to 1."""

    question: Question
    count: int
    share: float


@dataclass(frozen=True)
class DropOff:
    """`begun`: how many are begun and not sent; `stops`: questions in their order, those where nobody stopped left out."""

    begun: int
    stops: list[Stop]


def drop_off(session: Session, activity: Activity, newest: Questionnaire) -> DropOff:
    """Of the newest NEWEST responses that are no test, hidden, or a correction; `newest`: the version that is asked now."""
    wanted = (
        select(Response.id, Response.questionnaire_version, Response.answers, Response.reached_page)
        .where(
            Response.activity_id == activity.id,
            Response.complete.is_(False),
            Response.collected_at.is_(None),
            Response.hidden_at.is_(None),
            Response.is_test.is_(False),
            *standing(),
        )
        .order_by(Response.received_at.desc())
        .limit(NEWEST)
    )
    begun = session.execute(wanted).all()
    marks = marks_of(session, activity)
    at: Counter[str | None] = Counter()
    for response in begun:
        asked = activities.questionnaire(session, activity.id, response.questionnaire_version)
        if asked is not None:
            answers = orjson.loads(response.answers)
            at[left_at(asked, answers, marks.get(response.id, {}), response.reached_page)] += 1
    stops = [Stop(one, at[one.variable], at[one.variable] / len(begun)) for one in newest.questions if at[one.variable]]
    return DropOff(len(begun), stops)


def marks_of(session: Session, activity: Activity) -> dict[int, dict[str, int]]:
    """How many marks each unfinished response has of each map question."""
    wanted = (
        select(Mark.response_id, Mark.question, func.count())
        .join(Mark.response)
        .where(Response.activity_id == activity.id, Response.complete.is_(False))
        .group_by(Mark.response_id, Mark.question)
    )
    found: dict[int, dict[str, int]] = {}
    for response_id, question, count in session.execute(wanted):
        found.setdefault(response_id, {})[question] = count
    return found
