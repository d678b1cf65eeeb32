"""Removing a row of a project, and bringing it back for as long as it is kept."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from flask_babel import gettext as _
from sqlalchemy import insert, select
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


def remove(session: Session, project_id: int, row: Base) -> Removed:
    """Delete the row, which no other points at."""
    table = row.__table__
    values = session.execute(select(table).where(table.c.id == row.id)).mappings().one()  # type: ignore[attr-defined]
    content = packed({str(name): value for name, value in values.items()})
    kept = RemovedRow(project_id=project_id, kind=row.__tablename__, content=content, removed_at=now())
    session.add(kept)
    session.delete(row)
    session.flush()
    return Removed(kept.id, kept.removed_at.isoformat())


def bring_back(session: Session, project_id: int, removed: Removed, kinds: Collection[str]) -> str:
    """Put the row back, under another id where its own is taken; what kind it is. Refused with 409 when it is gone for good."""
    kept = session.get(RemovedRow, removed.number)
    if (
        kept is None
        or (kept.project_id, kept.removed_at.isoformat()) != (project_id, removed.at)
        or kept.kind not in kinds
    ):
        raise Refused(_("It is too late to undo this. What was taken away must be made anew."), 409)
    table, values = Base.metadata.tables[kept.kind], unpacked(kept.content)
    if session.scalar(select(table.c.id).where(table.c.id == values["id"])) is not None:
        del values["id"]
    session.execute(insert(table).values(values))
    session.delete(kept)
    session.flush()
    return str(table.name)
