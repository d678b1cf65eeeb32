"""Removing a row of a project with its parts, and bringing it back for as long as it is kept."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any, NamedTuple, cast

from flask_babel import gettext as _
from sqlalchemy import ColumnElement, FromClause, Table, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from participation.clock import now
from participation.database import Base
from participation.errors import Refused
from participation.removals.models import RemovedRow
from participation.removals.packing import packed, unpacked


class Removed(NamedTuple):
    """By what something is brought back: a number, which another may have after it, and when."""

    number: int
    at: str


def remove(session: Session, project_id: int, row: Base, parts: Sequence[Base] = ()) -> Removed:
    """Delete the row, and its parts, which go with it; no other row points at any of them."""
    kept = _kept(session, project_id, (row, *parts))
    session.delete(row)
    session.flush()
    return kept


def remove_all(session: Session, project_id: int, rows: Sequence[Base]) -> Removed:
    """Delete rows of one table, at least one, that come back together; no other row points at any of them."""
    kept = _kept(session, project_id, rows)
    for row in rows:
        session.delete(row)
    session.flush()
    return kept


def bring_back(session: Session, project_id: int, removed: Removed, kinds: Collection[str]) -> str:
    """Put it back, under another id where its own is taken; what kind it is. Refused with 409 when it is gone for good,
    or something else has its place."""
    kept = session.get(RemovedRow, removed.number)
    if (
        kept is None
        or (kept.project_id, kept.removed_at.isoformat()) != (project_id, removed.at)
        or kept.kind not in kinds
    ):
        raise Refused(_("It is too late to undo this. What was taken away must be made anew."), 409)
    for name, values in unpacked(kept.content):
        _insert(session, Base.metadata.tables[name], values)
    kind = kept.kind
    session.delete(kept)
    session.flush()
    return kind


def _kept(session: Session, project_id: int, rows: Sequence[Base]) -> Removed:
    content = packed([(one.__tablename__, _values(session, one)) for one in rows])
    kept = RemovedRow(project_id=project_id, kind=rows[0].__tablename__, content=content, removed_at=now())
    session.add(kept)
    session.flush()
    return Removed(kept.id, kept.removed_at.isoformat())


def _values(session: Session, row: Base) -> dict[str, Any]:
    found = session.execute(select(row.__table__).where(*_same(row.__table__, lambda name: getattr(row, name))))
    return {str(name): value for name, value in found.mappings().one().items()}


def _insert(session: Session, table: FromClause, values: dict[str, Any]) -> None:
    if session.execute(select(*table.primary_key).where(*_same(table, values.__getitem__))).first() is not None:
        if "id" not in values:
            raise _taken()
        del values["id"]
    try:
        session.execute(insert(cast(Table, table)).values(values))
    except IntegrityError as error:  # another has its code or its name
        raise _taken() from error


def _taken() -> Refused:
    return Refused(_("There is another in its place by now, so it is not brought back."), 409)


def _same(table: FromClause, value_of: Callable[[str], Any]) -> list[ColumnElement[bool]]:
    return [column == value_of(column.name) for column in table.primary_key]
