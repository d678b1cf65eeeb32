"""Which codes of a questionnaire somebody has chosen: what a new version may not take away."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any

import orjson
from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from participation.activities.models import Activity
from participation.responses.models import Mark, Response
from surveys.changes.change import Lost

PART = 5000


def used_codes(session: Session, activity: Activity) -> Callable[[Sequence[Lost]], Collection[Lost]]:
    """Asked with codes, tells which of them are among the activity's answers and marks, drafts with them."""

    def chosen(lost: Sequence[Lost]) -> set[Lost]:
        return {
            *_categories(session, activity, lost),
            *_answers(session, activity, lost),
            *_told(session, activity, lost),
        }

    return chosen


def answers_of(activity: Activity) -> tuple[ColumnElement[bool], ...]:
    """A test makes nothing used."""
    return Response.activity_id == activity.id, Response.is_test.is_(False)


def _categories(session: Session, activity: Activity, lost: Sequence[Lost]) -> Iterator[Lost]:
    for one in lost:
        if one.sort == "category":
            its = (*answers_of(activity), Mark.question == one.question, Mark.category == one.code)
            if session.scalar(select(Mark.id).join(Response).where(*its).limit(1)) is not None:
                yield one


def _answers(session: Session, activity: Activity, lost: Sequence[Lost]) -> set[Lost]:
    wanted = [one for one in lost if one.sort != "category" and not one.within]
    return _among(session, activity, Response.answers, wanted)


def _told(session: Session, activity: Activity, lost: Sequence[Lost]) -> set[Lost]:
    """Of what is told about marks, a question at a time."""
    found: set[Lost] = set()
    for within in {one.within for one in lost if one.within}:
        wanted = [one for one in lost if one.within == within]
        found |= _among(session, activity, Mark.answers, wanted, Mark.question == within)
    return found


def _among(
    session: Session, activity: Activity, column: InstrumentedAttribute[str], wanted: Collection[Lost], *where: Any
) -> set[Lost]:
    """Those of `wanted` that some answer in `column` has, read until all are found."""
    found: set[Lost] = set()
    if not wanted:
        return found
    query = select(column).where(*answers_of(activity), *where)
    if column.class_ is Mark:
        query = query.join(Response, Mark.response_id == Response.id)
    for text in session.scalars(query.execution_options(yield_per=PART)):
        answers = orjson.loads(text)
        found |= {one for one in wanted if one not in found and one.code in _codes(answers, one)}
        if len(found) == len(wanted):
            break
    return found


def _codes(answers: dict[str, Any], lost: Lost) -> Iterable[str]:
    """The codes an answer to the question has: of rows those that are answered."""
    answer = answers.get(lost.question)
    if isinstance(answer, dict):
        return map(str, answer if lost.sort == "row" else answer.values())
    return map(str, answer) if isinstance(answer, list) else (str(answer),)
