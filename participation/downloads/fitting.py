"""Whether what is asked for has room in the format it is asked for in: known before anything is written."""

from __future__ import annotations

from flask_babel import gettext as _
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from exports.errors import too_many_rows
from participation.downloads import queries
from participation.downloads.request import Request
from participation.downloads.selected import of_marks, of_responses
from participation.errors import Refused
from participation.responses.models import Mark, Response


def refuse_too_many_rows(session: Session, request: Request, responses: str, marks: str) -> None:
    """Raises Refused for more rows than the format holds. `responses` and `marks`: what their tables are called.

    What only reading can count is left to the writer, which counts as it goes.
    """
    most = request.format.most_rows
    if most is None or request.published or request.rows.needs_reading:
        return
    counted = {marks: queries.count_marks(session, request.rows)}
    counted[responses] = sum(queries.count_by_channel(session, request.rows).values())
    for name, count in counted.items():
        if count > most:
            raise Refused(too_many_rows(name, most).text(_))


def has_long_texts(session: Session, request: Request) -> bool:
    """True where a text may be longer than the format holds; never False where one is."""
    longest = request.format.longest_text
    if longest is None:
        return False
    room = longest // 2  # a character takes two code units at most
    marks = of_marks(select(Mark.id).select_from(Mark), request.rows).where(func.length(Mark.answers) > room)
    responses = of_responses(select(Response.id).select_from(Response), request.rows)
    long_ones = (marks, responses.where(func.length(Response.answers) > room))
    return any(session.execute(each.limit(1)).first() for each in long_ones)
