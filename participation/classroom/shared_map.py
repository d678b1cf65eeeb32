"""What a class may see together: hexagons with the number of children behind them, never lines, nicknames or texts.

A child counts once however much it drew. Nothing is shown that fewer than three different children drew, nor where
the difference between a season and the whole year would tell of fewer than three.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.class_sessions.models import ClassSession
from participation.classroom.cells import cells_of, ring
from participation.classroom.shared_filters import SEASONS, Filter
from participation.responses.models import Mark, Response
from participation.responses.queries import standing
from participation.safeguards.suppression import Counts, fewest_respondents, respondents_by_cell, suppress_filtered

WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A mark without anything that the class may not see but who drew it, as a number."""

    child: Hashable
    question: str
    category: str
    season: str | None
    geometry: dict[str, Any]


def drawn_by(session: Session, class_session: ClassSession) -> list[Drawn]:
    """The class's marks that nobody has hidden, drafts too."""
    wanted = (
        select(Response.id, Response.pupil_id, Mark.question, Mark.category, Mark.answers, Mark.geometry)
        .join(Mark.response)
        .where(
            Response.class_session_id == class_session.id,
            Response.hidden_at.is_(None),
            Mark.hidden_at.is_(None),
            *standing(),
        )
    )
    return [
        Drawn(
            child=("pupil", row.pupil_id) if row.pupil_id else ("response", row.id),
            question=row.question,
            category=row.category,
            season=orjson.loads(row.answers).get("season"),
            geometry=orjson.loads(row.geometry),
        )
        for row in session.execute(wanted.order_by(Mark.id))
    ]


def shared_map(drawn: Sequence[Drawn], filters: Sequence[Filter], chosen: Filter, season: str) -> dict[str, Any]:
    """The hexagons of one filter and season, and for each filter how many children drew it (None: too few to say)."""
    marks = [one for one in drawn if chosen.fits(one.question, one.category)]
    counts = counted(marks, season, cells=True)
    return {
        "category": chosen.code,
        "season": season,
        "fewest": fewest_respondents(public=False),
        "cells": [{"ring": ring(cell), "children": number} for cell, number in sorted(counts.shown.items())],
        "totals": {
            one.code: counted([mark for mark in drawn if one.fits(mark.question, mark.category)], season).shown.get(
                WHOLE
            )
            for one in filters
        },
    }


def counted(marks: Sequence[Drawn], season: str, *, cells: bool = False) -> Counts[str]:
    """Different children by cell (or all in one) in `season`, guarded against what the whole year would tell."""
    everyone = respondents_by_cell(placed(marks, cells))
    wanted = SEASONS[season]
    if wanted is None:
        return suppress_filtered(everyone, everyone, fewest_respondents(public=False))
    filtered = respondents_by_cell(placed([mark for mark in marks if mark.season in wanted], cells))
    return suppress_filtered(filtered, everyone, fewest_respondents(public=False))


def placed(marks: Iterable[Drawn], cells: bool) -> Iterable[tuple[str, Hashable]]:
    """(cell, child) for each cell a mark touches."""
    for mark in marks:
        for cell in cells_of(mark.geometry) if cells else (WHOLE,):
            yield cell, mark.child
