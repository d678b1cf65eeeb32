"""Reading marks for files: in order, a part at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, select
from sqlalchemy.orm import Session

from participation.downloads.queries import CONTEXT, PART
from participation.downloads.reading_order import in_order_of_all
from participation.downloads.selected import of_marks, of_respondents, of_theirs
from participation.downloads.selection import Selection
from participation.responses.models import Mark, Response
from participation.stored_rows import Cells, read

Rows = Sequence[Row[Any]]
Marks = Sequence[Cells]  # OF_MARKS of each, as the store gives them
Part = tuple[Rows, Marks]

FEWEST = 50
MARKS_AT_ONCE = 1000
WHAT_AND_WHERE = (Mark.id, Mark.response_id, Mark.question, Mark.category, Mark.geometry)
OF_MARKS = (
    *WHAT_AND_WHERE,
    Mark.answers,
    Mark.people,
    Mark.hidden_at.is_not(None).label("hidden"),
)
ID, ANSWERS = 0, 5  # their places among them
OF_RESPONDENTS: tuple[Any, ...] = (Response.id, Response.people, *CONTEXT)


def marks_by_respondent(session: Session, selection: Selection) -> Iterator[Part]:
    """The selected marks, by response and id, some thousand at a time: what is said of their responses, and the marks.

    What is said of a response is read once, however many marks it has, and nothing has to be sorted but the responses.
    Marks chosen by their answers are among them all the same: see `Selection.lets_through`.
    """
    # Without the session, whose own work with each row would be a fourth of the whole.
    connection = session.connection()
    in_order = in_order_of_all(session, selection.activity_id)
    wanted = of_respondents(select(*OF_RESPONDENTS).select_from(Response), selection, in_order)
    found = connection.execute(wanted.order_by(Response.id), execution_options={"yield_per": PART})
    asked = FEWEST  # until it is known how many marks they have
    while respondents := found.fetchmany(asked):
        theirs = of_theirs(select(*OF_MARKS).where(Mark.response_id.in_([each.id for each in respondents])), selection)
        marks = read(connection, theirs.order_by(Mark.response_id, Mark.id)).cells
        if marks:
            yield respondents, marks
        asked = max(FEWEST, min(PART, MARKS_AT_ONCE * len(respondents) // (len(marks) + 1)))


def marks_by_id(selection: Selection, in_activity: ColumnElement[bool] | None = None) -> Select[*tuple[Any, ...]]:
    """The statement for the selected marks, by id: for who reads a few at a time. `in_activity`: see `of_marks`."""
    return of_marks(select(*OF_MARKS).select_from(Mark), selection, in_activity).order_by(Mark.id)


def respondents(responses: Collection[int]) -> Select[*tuple[Any, ...]]:
    """The statement for what is said of these responses."""
    wanted = select(*OF_RESPONDENTS).select_from(Response).outerjoin(Response.class_session)
    return wanted.where(Response.id.in_(responses))


def marks_in_parts(session: Session, selection: Selection, *also: Any) -> Iterator[Rows]:
    """What the selected marks are and where, and `also` further columns of them, their response and its class; by id, at most
    PART at a time."""
    wanted = of_marks(select(*WHAT_AND_WHERE, *also).select_from(Mark), selection)
    result = session.execute(wanted.order_by(Mark.id), execution_options={"yield_per": PART})
    yield from result.partitions(PART)
