"""Weeks of a Norwegian calendar, as the store can be asked for them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, time, timedelta

from sqlalchemy import ColumnElement, and_, false, func, or_

from participation.clock import OSLO
from participation.responses.models import Response

CAME = func.coalesce(Response.completed_at, Response.collected_at, Response.received_at)
WEEK = re.compile(r"(\d{4})-W(\d{2})", re.ASCII)


def in_weeks(weeks: Sequence[str]) -> ColumnElement[bool]:
    """Responses that came in one of the ISO weeks, such as 2026-W10; in none where that is no week."""
    ends = [found for week in weeks if (found := ends_of(week))]
    return or_(false(), *(and_(begin <= CAME, end > CAME) for begin, end in ends))


def ends_of(week: str) -> tuple[datetime, datetime] | None:
    """The moments at which the week and the next one begin."""
    found = WEEK.fullmatch(week)
    if found is None:
        return None
    try:
        monday = datetime.combine(datetime.fromisocalendar(int(found[1]), int(found[2]), 1), time(), OSLO)
        return monday, monday + timedelta(days=7)
    except (ValueError, OverflowError):
        return None
