"""What a class has drawn, without anything it may not see but who drew it, as a number."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

import orjson
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.class_sessions.models import ClassSession
from participation.classroom.cells import cells_of
from participation.classroom.shared_filters import SEASONS
from participation.responses.models import Mark, Response
from participation.responses.queries import of_class, standing
from participation.safeguards.suppression import respondents_by_cell

WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A mark; `child` tells only different children apart, `places` are the cells it touches, and the whole."""

    id: int
    child: Hashable
    question: str
    category: str
    season: str | None
    places: frozenset[str]


def drawn_by(session: Session, class_session: ClassSession) -> list[Drawn]:
    """The class's marks that nobody has hidden, drafts too.

    Without those that came without a nickname: who made them is not known, and may be a child that counts already.
    """
    wanted = (
        select(Mark.id, Response.pupil_id, Mark.question, Mark.category, Mark.answers, Mark.geometry)
        .join(Mark.response)
        .where(
            of_class(class_session),
            Response.pupil_id.is_not(None),
            Response.hidden_at.is_(None),
            Mark.hidden_at.is_(None),
            *standing(),
        )
    )
    return [
        Drawn(
            id=row.id,
            child=row.pupil_id,
            question=row.question,
            category=row.category,
            season=orjson.loads(row.answers).get("season"),
            places=frozenset({WHOLE, *cells_of(orjson.loads(row.geometry))}),
        )
        for row in session.execute(wanted.order_by(Mark.id))
    ]


def children_by_cell(marks: Iterable[Drawn], season: str) -> dict[str, set[Hashable]]:
    """Cell → the different children who drew there in `season`, and under WHOLE all of them."""
    wanted = SEASONS[season]
    return respondents_by_cell(
        (place, mark.child) for mark in marks if wanted is None or mark.season in wanted for place in mark.places
    )
