"""Where those who begin a survey stop: the question at which each stands that is begun and not sent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.activities import queries as activities
from participation.activities.models import Activity
from participation.drop_off.models import StopCount
from participation.drop_off.standing import drafts_at
from participation.responses.models import Response
from surveys.question import Question
from surveys.questionnaire import Questionnaire

# Each is walked through with its conditions: enough to see where people stop, and soon done.
NEWEST = 5000


@dataclass(frozen=True)
class Stop:
    """`share`: of all that is begun and not sent, from 0 to 1; `asked_now`: the newest version has the question."""

    question: Question
    count: int
    share: float
    asked_now: bool


@dataclass(frozen=True)
class DropOff:
    """`begun`: how many are begun and not sent; `deleted`: how many of them are no more; `nowhere`: how many had been
    asked nothing; `stops`: the newest version's questions in their order, then others; those where nobody stopped left out."""

    begun: int
    deleted: int
    nowhere: int
    stops: list[Stop]

    def is_told_apart(self, stop: Stop, language: str) -> bool:
        """Whether its wording stands only once among the stops."""
        label = stop.question.label_in(language)
        return sum(other.question.label_in(language) == label for other in self.stops) == 1


def drop_off(session: Session, activity: Activity, newest: Questionnaire) -> DropOff:
    """Of the newest NEWEST drafts, and of those deleted; `newest`: the version that is asked now."""
    standing = drafts_at(session, Response.activity_id == activity.id, most=NEWEST)
    at: Counter[tuple[int, str]] = Counter()
    for (_activity, version, variable), count in standing.items():
        at[version, variable] = count
    deleted = recorded(session, activity.id)
    at += deleted
    stops = list(_stops(session, activity.id, newest, at))
    nowhere = sum(count for (_version, variable), count in at.items() if not variable)
    return DropOff(at.total(), deleted.total(), nowhere, stops)


def recorded(session: Session, activity_id: int) -> Counter[tuple[int, str]]:
    """Version and variable → drafts that were deleted."""
    rows = session.scalars(select(StopCount).where(StopCount.activity_id == activity_id))
    return Counter({(row.questionnaire_version, row.question): row.count for row in rows})


def _stops(session: Session, activity_id: int, newest: Questionnaire, at: Counter[tuple[int, str]]) -> Iterator[Stop]:
    counted: Counter[str] = Counter()
    versions: dict[str, int] = {}
    for (version, variable), count in sorted(at.items(), reverse=True):
        counted[variable] += count
        versions.setdefault(variable, version)
    asked = {question.variable: question for question in newest.questions}
    for variable in (*asked, *(variable for variable in versions if variable not in asked)):
        question = asked.get(variable) or _of_version(session, activity_id, versions[variable], variable)
        if question is not None and counted[variable]:
            count = counted[variable]
            yield Stop(question, count, count / at.total(), variable in asked)


def _of_version(session: Session, activity_id: int, version: int, variable: str) -> Question | None:
    questionnaire = activities.questionnaire(session, activity_id, version)
    return questionnaire.question_by_variable.get(variable) if questionnaire else None
