"""Reading questionnaires and responses for files, and counting: in order, a part at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import orjson
from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from participation.activities.models import QuestionnaireTrial, QuestionnaireVersion
from participation.class_sessions.models import ClassSession
from participation.downloads.codebook import Codebook
from participation.downloads.reading_order import in_order_of_all
from participation.downloads.selected import MARK_STATES, RESPONSE_STATES, of_marks, of_responses
from participation.downloads.selection import HIDDEN, Selection
from participation.downloads.weeks import CAME
from participation.responses.models import Erasure, Mark, Response
from surveys.questionnaire import Questionnaire

PART = 2000
OF_CLASS = (
    ClassSession.school_name,
    ClassSession.year,
    ClassSession.class_name,
    ClassSession.held_on,
    ClassSession.opened_at,
)
CONTEXT = (
    CAME.label("came"),
    Response.channel,
    Response.background,
    Response.status,
    *(state.label(f"is_{name}") for name, state in RESPONSE_STATES.items()),
    Response.class_session_id,
    *OF_CLASS,
)


def codebook(session: Session, activity_id: int, tried: bool = False) -> Codebook:
    """Every published version of the activity's questionnaire. `tried`: the drafts that tests were given to, too."""
    wanted = select(QuestionnaireVersion.number, QuestionnaireVersion.document)
    rows = session.execute(wanted.where(QuestionnaireVersion.activity_id == activity_id)).all()
    if tried:
        drafts = select(QuestionnaireTrial.number, QuestionnaireTrial.document)
        rows = [*rows, *session.execute(drafts.where(QuestionnaireTrial.activity_id == activity_id))]
    return Codebook({number: Questionnaire.checked_before(orjson.loads(document)) for number, document in rows})


def responses(session: Session, selection: Selection) -> Iterator[Row[Any]]:
    """The selected responses with their class and their number of marks, by id."""
    marks = select(func.count(Mark.id)).where(Mark.response_id == Response.id)
    if HIDDEN not in selection.also:
        marks = marks.where(Mark.hidden_at.is_(None))
    columns = (
        Response.id,
        Response.language,
        Response.people,
        Response.complete,
        Response.late,
        Response.answers,
        marks.correlate(Response).scalar_subquery().label("marks"),
        *CONTEXT,
    )
    in_order = in_order_of_all(session, selection.activity_id)
    wanted = of_responses(select(*columns).select_from(Response), selection, in_order)
    # Without the session, whose own work with each row would be much of the whole.
    connection = session.connection()
    found = connection.execute(wanted.order_by(Response.id), execution_options={"yield_per": PART})
    yield from _let_through(session, selection, found)


def left_out(session: Session, activity_id: int) -> dict[str, tuple[int, int]]:
    """For each state that keeps rows out: how many responses and how many marks of the activity are in it."""
    of_responses = select(*(func.count(Response.id).filter(state) for state in RESPONSE_STATES.values()))
    of_marks = select(*(func.count(Mark.id).filter(state) for state in MARK_STATES.values()))
    counted = session.execute(of_responses.where(Response.activity_id == activity_id)).one()
    marked = session.execute(of_marks.join(Mark.response).where(Response.activity_id == activity_id)).one()
    return {state: (counted[number], marked[number]) for number, state in enumerate(RESPONSE_STATES)}


def withdrawn(session: Session, activity_id: int) -> int:
    """How many responses to the activity were withdrawn by those who gave them, and so deleted."""
    return session.scalar(select(func.count()).select_from(Erasure).where(Erasure.activity_id == activity_id)) or 0


def count_by_channel(session: Session, selection: Selection) -> dict[str, int]:
    """The selected responses by the channel they came by, the most first."""
    if selection.needs_reading:
        each = of_responses(select(Response.id, Response.channel).select_from(Response), selection)
        counted = Counter(row.channel for row in _let_through(session, selection, session.execute(each)))
    else:
        wanted = select(Response.channel, func.count(Response.id)).select_from(Response)
        counted = Counter(dict(map(tuple, session.execute(of_responses(wanted, selection).group_by(Response.channel)))))
    return dict(sorted(counted.items(), key=lambda one: (-one[1], one[0])))


def count_people(session: Session, selection: Selection) -> int:
    """Those behind the selected responses: one for each, and more for what a table at a workshop said together."""
    if selection.needs_reading:
        each = of_responses(select(Response.id, Response.people).select_from(Response), selection)
        return sum(row.people for row in _let_through(session, selection, session.execute(each)))
    return session.scalar(of_responses(select(func.sum(Response.people)).select_from(Response), selection)) or 0


def count_marks(session: Session, selection: Selection) -> int:
    """How many marks are selected; follow-up answers stand in a document, so asking for them means reading it."""
    if not selection.needs_reading:
        return session.scalar(of_marks(select(func.count(Mark.id)).select_from(Mark), selection)) or 0
    return sum(1 for _respondent in _respondents(session, selection))


def _let_through(session: Session, selection: Selection, found: Iterable[Row[Any]]) -> Iterator[Row[Any]]:
    """Those of the responses with a selected mark, where only reading tells which marks are."""
    known = frozenset(_respondents(session, selection)) if selection.needs_reading else None
    return (row for row in found if known is None or row.id in known)


def _respondents(session: Session, selection: Selection) -> Iterator[int]:
    """The response of each selected mark."""
    wanted = of_marks(select(Mark.id, Mark.response_id, Mark.answers).select_from(Mark), selection)
    for mark in session.execute(wanted):
        if selection.lets_through(mark.id, orjson.loads(mark.answers)):
            yield mark.response_id
