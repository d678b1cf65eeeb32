"""What a selection lets through, as the store can be asked for it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select

from participation.class_sessions.models import ClassSession
from participation.downloads.selection import DRAFT, HIDDEN, REPLACED, TEST, Selection
from participation.downloads.weeks import in_weeks
from participation.responses.models import Mark, Response

Wanted = Select[*tuple[Any, ...]]

RESPONSE_STATES: dict[str, ColumnElement[bool]] = {
    HIDDEN: Response.hidden_at.is_not(None),
    TEST: Response.is_test.is_(True),
    DRAFT: and_(Response.complete.is_(False), Response.collected_at.is_(None)),
    REPLACED: Response.replaced_by_id.is_not(None),
}
MARK_STATES = RESPONSE_STATES | {HIDDEN: or_(Mark.hidden_at.is_not(None), Response.hidden_at.is_not(None))}


def of_marks(wanted: Wanted, selection: Selection, in_activity: ColumnElement[bool] | None = None) -> Wanted:
    """`in_activity`: that a response is to the selection's activity, where it is asked in another way than the usual."""
    wanted = among_marks(of_those(wanted.join(Mark.response), selection, in_activity), selection)
    return wanted.where(*(~state for name, state in MARK_STATES.items() if name not in selection.also))


def of_responses(wanted: Wanted, selection: Selection, in_activity: ColumnElement[bool] | None = None) -> Wanted:
    """Where marks are chosen among, only responses with one of the chosen. `in_activity`: see `of_marks`."""
    wanted = of_respondents(wanted, selection, in_activity)
    if selection.asks_for_marks:
        chosen = of_marks(select(Mark.response_id).select_from(Mark), selection)
        wanted = wanted.where(Response.id.in_(chosen.correlate(None)))
    return wanted


def of_respondents(wanted: Wanted, selection: Selection, in_activity: ColumnElement[bool] | None = None) -> Wanted:
    """Responses whose marks may be chosen, whether they have any or not. `in_activity`: see `of_marks`."""
    wanted = of_those(wanted, selection, in_activity)
    return wanted.where(*(~state for name, state in RESPONSE_STATES.items() if name not in selection.also))


def of_theirs(wanted: Wanted, selection: Selection) -> Wanted:
    """Of the marks of such responses, the chosen."""
    wanted = among_marks(wanted, selection)
    return wanted if HIDDEN in selection.also else wanted.where(Mark.hidden_at.is_(None))


def among_marks(wanted: Wanted, selection: Selection) -> Wanted:
    """What is asked of the marks themselves."""
    if selection.questions:
        wanted = wanted.where(Mark.question.in_(selection.questions))
    if selection.categories:
        wanted = wanted.where(Mark.category.in_(selection.categories))
    return wanted


def of_those(wanted: Wanted, selection: Selection, in_activity: ColumnElement[bool] | None = None) -> Wanted:
    """What is asked of the response itself and of its class."""
    usual = Response.activity_id == selection.activity_id
    wanted = wanted.outerjoin(Response.class_session).where(usual if in_activity is None else in_activity)
    if selection.classes:
        wanted = wanted.where(Response.class_session_id.in_(selection.classes))
    if selection.schools:
        wanted = wanted.where(ClassSession.school_name.in_(selection.schools))
    if selection.years:
        wanted = wanted.where(ClassSession.year.in_(selection.years))
    if selection.channels:
        wanted = wanted.where(Response.channel.in_(selection.channels))
    if selection.weeks:
        wanted = wanted.where(in_weeks(selection.weeks))
    return wanted
