"""Where and when the marks of an activity are, looked up once for all its collections."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from participation.activities.models import Activity
from participation.api.sources.source import Bounds
from participation.api.times import Stretch, weeks_of
from participation.downloads.selected import of_marks
from participation.downloads.selection import Selection
from participation.downloads.weeks import CAME
from participation.responses.models import Mark
from participation.unchanged import until_changed


class Extent(NamedTuple):
    """Of the marks that answer a map question; `first`, `last`: when they came."""

    question: str
    west: float
    south: float
    east: float
    north: float
    first: datetime
    last: datetime


def bounds(session: Session, activity: Activity | None, questions: Collection[str] | None = None) -> Bounds | None:
    """West, south, east, north of the marks that answer these questions, or any; None where there are none."""
    found = _extents(session, activity, questions)
    if not found:
        return None
    return [
        min(each.west for each in found),
        min(each.south for each in found),
        max(each.east for each in found),
        max(each.north for each in found),
    ]


def time(session: Session, activity: Activity | None, questions: Collection[str] | None = None) -> Stretch | None:
    """The weeks from the first to the last of them."""
    found = _extents(session, activity, questions)
    if not found:
        return None
    begin, end = weeks_of(Stretch(min(each.first for each in found), max(each.last for each in found)))
    return Stretch(begin, end - timedelta(seconds=1) if end else None)


def _extents(session: Session, activity: Activity | None, questions: Collection[str] | None) -> Sequence[Extent]:
    assert activity is not None
    found = until_changed(("extents", activity.id), lambda: _read(session, activity.id))
    return [each for each in found if questions is None or each.question in questions]


def _read(session: Session, activity_id: int) -> Sequence[Extent]:
    box = (func.min(Mark.west), func.min(Mark.south), func.max(Mark.east), func.max(Mark.north))
    wanted = select(Mark.question, *box, func.min(CAME), func.max(CAME)).select_from(Mark).group_by(Mark.question)
    return [Extent(*row) for row in session.execute(of_marks(wanted, Selection(activity_id)))]
