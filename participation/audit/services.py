"""Adding to the log, and sealing what is old."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete, insert, text
from sqlalchemy.orm import Session

from participation.audit import queries
from participation.audit.acts import Act
from participation.audit.chain import entry_hash
from participation.audit.models import AuditEntry
from participation.clock import now

# Who is no person: before the number of the class whose teacher has a link and before that of a program's token, and
# whoever may run commands on the server.
TEACHER, TOKEN, COMMAND_LINE = "teacher:", "token:", "command line"
LONGEST = {"actor": 254, "asked": 500}
# Any number that no other lock of ours has.
CHAIN_LOCK = 4_719_001


def record(
    session: Session,
    act: Act,
    *,
    actor: str,
    project_id: int | None = None,
    activity_id: int | None = None,
    asked: str = "",
    count: int | None = None,
    sealed: tuple[int, str] | None = None,
) -> None:
    """Add an entry, in the transaction of what it tells of. Call it last there: on PostgreSQL others wait from here on."""
    hold_the_chain(session)
    last_id, last_hash = queries.head(session)
    values: dict[str, Any] = {
        "id": last_id + 1,
        "at": now(),
        "actor": actor[: LONGEST["actor"]],
        "act": act.value,
        "project_id": project_id,
        "activity_id": activity_id,
        "asked": asked[: LONGEST["asked"]],
        "count": count,
        "sealed_id": sealed[0] if sealed else None,
        "sealed_hash": sealed[1] if sealed else None,
    }
    session.execute(insert(AuditEntry).values(**values, hash=entry_hash(last_hash, values)))


def hold_the_chain(session: Session) -> None:
    """Nobody else adds to the chain until this transaction is over; on SQLite it holds the whole store already."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": CHAIN_LOCK})


def seal_and_delete(session: Session, ids: Sequence[int]) -> None:
    """Delete the oldest entries (`ids`, all up to the last of them) after an entry that lets the rest be verified."""
    last = session.get_one(AuditEntry, max(ids))
    record(session, Act.LOG_SEALED, actor=COMMAND_LINE, count=len(ids), sealed=(last.id, last.hash))
    session.execute(delete(AuditEntry).where(AuditEntry.id <= last.id))
