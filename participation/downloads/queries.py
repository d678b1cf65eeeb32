"""Reading responses and marks for files: in order, a part at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import orjson
from sqlalchemy import ColumnElement, Row, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from participation.activities.models import QuestionnaireVersion
from participation.class_sessions.models import ClassSession
from participation.downloads.codebook import Codebook
from participation.downloads.selection import DRAFT, HIDDEN, REPLACED, TEST, Selection
from participation.responses.models import Erasure, Mark, Response
from surveys.questionnaire import Questionnaire

PART = 2000
Wanted = Select[*tuple[Any, ...]]

RESPONSE_STATES: dict[str, ColumnElement[bool]] = {
    HIDDEN: Response.hidden_at.is_not(None),
    TEST: Response.is_test.is_(True),
    DRAFT: and_(Response.complete.is_(False), Response.collected_at.is_(None)),
    REPLACED: Response.replaced_by_id.is_not(None),
}
MARK_STATES = RESPONSE_STATES | {HIDDEN: or_(Mark.hidden_at.is_not(None), Response.hidden_at.is_not(None))}
CONTEXT = (
    Response.channel,
    Response.background,
    Response.status,
    Response.complete,
    Response.collected_at,
    Response.completed_at,
    Response.received_at,
    Response.is_test,
    Response.replaced_by_id,
    Response.hidden_at.label("response_hidden_at"),
    Response.class_session_id,
    ClassSession.school_name,
    ClassSession.year,
    ClassSession.class_name,
    ClassSession.held_on,
    ClassSession.opened_at,
)


def codebook(session: Session, activity_id: int) -> Codebook:
    """Every published version of the activity's questionnaire."""
    wanted = select(QuestionnaireVersion.number, QuestionnaireVersion.document)
    rows = session.execute(wanted.where(QuestionnaireVersion.activity_id == activity_id))
    return Codebook({number: Questionnaire.checked_before(orjson.loads(document)) for number, document in rows})


def marks_in_parts(session: Session, selection: Selection) -> Iterator[Sequence[Row[Any]]]:
    """The selected marks with what is said of their response and class, by id, at most PART at a time."""
    columns = (
        Mark.id,
        Mark.response_id,
        Mark.question,
        Mark.category,
        Mark.geometry,
        Mark.answers,
        func.coalesce(Mark.people, Response.people).label("people"),
        Mark.hidden_at,
        *CONTEXT,
    )
    wanted = _of_marks(select(*columns).select_from(Mark), selection)
    result = session.execute(wanted.order_by(Mark.id), execution_options={"yield_per": PART})
    yield from result.partitions(PART)


def responses(session: Session, selection: Selection) -> Iterator[Row[Any]]:
    """The selected responses with their class and their number of marks, by id."""
    marks = select(func.count(Mark.id)).where(Mark.response_id == Response.id)
    if HIDDEN not in selection.also:
        marks = marks.where(Mark.hidden_at.is_(None))
    columns = (
        Response.id,
        Response.language,
        Response.people,
        Response.late,
        Response.answers,
        marks.correlate(Response).scalar_subquery().label("marks"),
        *CONTEXT,
    )
    wanted = _of_responses(select(*columns).select_from(Response), selection)
    yield from session.execute(wanted.order_by(Response.id), execution_options={"yield_per": PART})


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


def count_responses(session: Session, selection: Selection) -> int:
    return session.scalar(_of_responses(select(func.count(Response.id)).select_from(Response), selection)) or 0


def count_by_channel(session: Session, selection: Selection) -> dict[str, int]:
    """The selected responses by the channel they came by, the most first."""
    wanted = _of_responses(select(Response.channel, func.count(Response.id)).select_from(Response), selection)
    order = (func.count(Response.id).desc(), Response.channel)
    return dict(session.execute(wanted.group_by(Response.channel).order_by(*order)).all())


def count_marks(session: Session, selection: Selection) -> int:
    """How many marks are selected; follow-up answers stand in a document, so asking for them means reading it."""
    if not selection.needs_reading:
        return session.scalar(_of_marks(select(func.count(Mark.id)).select_from(Mark), selection)) or 0
    found = session.execute(_of_marks(select(Mark.id, Mark.answers).select_from(Mark), selection))
    return sum(selection.lets_through(identity, orjson.loads(answers)) for identity, answers in found)


def _of_marks(wanted: Wanted, selection: Selection) -> Wanted:
    wanted = _from_class(wanted.join(Mark.response), selection)
    if selection.questions:
        wanted = wanted.where(Mark.question.in_(selection.questions))
    if selection.categories:
        wanted = wanted.where(Mark.category.in_(selection.categories))
    return wanted.where(*(~state for name, state in MARK_STATES.items() if name not in selection.also))


def _of_responses(wanted: Wanted, selection: Selection) -> Wanted:
    wanted = _from_class(wanted, selection)
    return wanted.where(*(~state for name, state in RESPONSE_STATES.items() if name not in selection.also))


def _from_class(wanted: Wanted, selection: Selection) -> Wanted:
    wanted = wanted.outerjoin(Response.class_session).where(Response.activity_id == selection.activity_id)
    if selection.classes:
        wanted = wanted.where(Response.class_session_id.in_(selection.classes))
    if selection.schools:
        wanted = wanted.where(ClassSession.school_name.in_(selection.schools))
    if selection.years:
        wanted = wanted.where(ClassSession.year.in_(selection.years))
    return wanted
