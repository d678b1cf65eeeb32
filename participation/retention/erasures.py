"""Erasures outlive the database they were made in: a restored backup must not bring back what was withdrawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson
from flask_babel import gettext as _
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from participation.errors import Refused
from participation.reasons import reason
from participation.responses.kept_bodies import uuid_hash
from participation.responses.models import Erasure, KeptBody, Mark, Photo, Response
from participation.tokens.revocations import Told


@dataclass(frozen=True)
class Tombstone:
    """An erased response."""

    uuid_hash: str
    receipt_hash: str | None
    erased_at: datetime

    @classmethod
    def of(cls, entry: Mapping[str, Any]) -> Tombstone:
        """KeyError, TypeError or ValueError where it is something else."""
        return cls(entry["uuid_hash"], entry["receipt_hash"], datetime.fromisoformat(entry["erased_at"]))


@dataclass(frozen=True)
class Log:
    """What `participation.remembered` keeps: tombstones by their hash, and what became of tokens."""

    stones: dict[str, Tombstone] = field(default_factory=dict)
    tokens: list[Told] = field(default_factory=list)

    def add(self, entry: Mapping[str, Any]) -> None:
        """KeyError, TypeError or ValueError where it is neither."""
        if "token_hash" in entry:
            self.tokens.append(Told.of(entry))
        else:
            stone = Tombstone.of(entry)
            self.stones[stone.uuid_hash] = stone


def read_logs(paths: Iterable[Path]) -> Log:
    """All that these files tell; refused when a line cannot be read, unless it is a torn last one."""
    found = Log()
    for path in paths:
        lines = content(path).split(b"\n")
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                found.add(orjson.loads(line))
            except (ValueError, KeyError, TypeError) as wrong:
                if number == len(lines):
                    continue
                message = _(
                    "%(path)s, line %(line)s: this is neither an erasure nor a revoked token. Mend or remove the line.",
                    path=path,
                    line=number,
                )
                raise Refused(message) from wrong
    return found


def content(path: Path) -> bytes:
    """What the file holds; refused when it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as wrong:
        raise Refused(_("The file %(path)s cannot be read: %(why)s.", path=path, why=reason(wrong))) from wrong


def replay(session: Session, stones: dict[str, Tombstone]) -> int:
    """Erase again what was erased after the backup was made; how many responses were in it."""
    known = set(session.scalars(select(Erasure.uuid_hash)))
    for stone in stones.values():
        if stone.uuid_hash not in known:
            session.add(Erasure(uuid_hash=stone.uuid_hash, receipt_hash=stone.receipt_hash, erased_at=stone.erased_at))
    session.flush()
    for body in session.execute(select(KeptBody.id, KeptBody.uuid)).all():
        if uuid_hash(body.uuid) in stones:
            session.execute(delete(KeptBody).where(KeptBody.id == body.id))
    for photo in session.execute(select(Photo.id, Photo.response_uuid)).all():
        if uuid_hash(photo.response_uuid) in stones:
            session.execute(delete(Photo).where(Photo.id == photo.id))
    erased = [row.id for row in session.execute(select(Response.id, Response.uuid)) if uuid_hash(row.uuid) in stones]
    gone = with_replaced(session, erased)
    session.execute(update(Response).where(Response.replaced_by_id.in_(gone)).values(replaced_by_id=None))
    for identity in gone:
        session.execute(delete(Mark).where(Mark.response_id == identity))
        session.execute(delete(Response).where(Response.id == identity))
    return len(gone)


def with_replaced(session: Session, ids: Sequence[int]) -> list[int]:
    """`ids` and what they had replaced: retention may have deleted that before the erasure, but not from the backup."""
    found = list(ids)
    older: Sequence[int] = ids
    while older:
        older = session.scalars(select(Response.id).where(Response.replaced_by_id.in_(older))).all()
        found += older
    return list(dict.fromkeys(found))
