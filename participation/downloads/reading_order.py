"""How the store finds the next responses or marks of an activity: among the activity's own, or in the order of all."""

from __future__ import annotations

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from participation.responses.models import Response
from participation.unchanged import until_changed

# Where the activity has one in so many of all responses, the next of all are soon its own.
ONE_IN = 8
FEW = 250


def in_order_of_all(session: Session, activity_id: int) -> ColumnElement[bool] | None:
    """For a large activity, a condition that SQLite finds no index for; None to let the store choose.

    By its index SQLite reads and sorts the whole activity, for each page and in memory.
    """
    if session.get_bind().dialect.name != "sqlite":
        return None
    large = until_changed(("a large activity", activity_id), lambda: _is_large(session, activity_id))
    return (Response.activity_id + 0) == activity_id if large else None


def _is_large(session: Session, activity_id: int) -> bool:
    enough = (session.scalar(select(func.max(Response.id))) or 0) // ONE_IN
    if enough < FEW:
        return False
    some = select(Response.id).where(Response.activity_id == activity_id).limit(enough).subquery()
    return (session.scalar(select(func.count()).select_from(some)) or 0) >= enough
