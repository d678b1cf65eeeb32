"""Reading the log, and finding out whether it is whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from participation.audit.chain import START, Break, breaks
from participation.audit.models import AuditEntry
from participation.audit.wanted import Wanted, conditions

MOST_CHECKED = 20_000
PART = 2000


def head(session: Session) -> tuple[int, str]:
    """Number and hash of the newest entry."""
    newest = select(AuditEntry.id, AuditEntry.hash).order_by(AuditEntry.id.desc()).limit(1)
    found = session.execute(newest).first()
    return (found.id, found.hash) if found else (0, START)


def page(session: Session, wanted: Wanted, number: int, size: int) -> Sequence[AuditEntry]:
    """The newest first; pages from 1."""
    return session.scalars(_chosen(wanted).offset((number - 1) * size).limit(size)).all()


def everything(session: Session, wanted: Wanted) -> Iterator[AuditEntry]:
    """All that is wanted, the newest first, a part at a time."""
    yield from session.scalars(_chosen(wanted).execution_options(yield_per=PART))


def count(session: Session, wanted: Wanted) -> int:
    """How many there are."""
    return session.scalar(select(func.count()).select_from(AuditEntry).where(*conditions(wanted))) or 0


def actors(session: Session, project_id: int | None) -> Sequence[str]:
    """Whoever stands in the log, of one project or of all."""
    found = select(AuditEntry.actor).distinct().order_by(AuditEntry.actor)
    return session.scalars(found.where(*conditions(Wanted(project_id=project_id)))).all()


def last_noted(session: Session, wanted: Wanted, asked: str, since: datetime) -> datetime | None:
    """When the same was last logged after `since`."""
    same = select(func.max(AuditEntry.at)).where(*conditions(wanted), AuditEntry.asked == asked, AuditEntry.at > since)
    return session.scalar(same)


def broken_at(session: Session, most: int | None = None) -> Iterator[Break]:
    """Where the chain does not hold; of the newest `most` entries, or of all."""
    first, before = _start(session, most)
    entries = select(AuditEntry).where(AuditEntry.id >= first).order_by(AuditEntry.id)
    yield from breaks(session.scalars(entries.execution_options(yield_per=PART)), first, before)


def is_whole(session: Session) -> bool:
    """True when the newest 20,000 entries hold together; `lokalkjent verify` looks at all."""
    return not list(islice(broken_at(session, MOST_CHECKED), 1))


def _start(session: Session, most: int | None) -> tuple[int, str]:
    """The first entry that must be there, and the hash before it: after what the newest seal sealed."""
    seal = select(AuditEntry.sealed_id, AuditEntry.sealed_hash).where(AuditEntry.sealed_id.is_not(None))
    sealed = session.execute(seal.order_by(AuditEntry.id.desc()).limit(1)).first()
    first, before = (sealed.sealed_id + 1, sealed.sealed_hash) if sealed else (1, START)
    newest = head(session)[0]
    if most is None or newest - most < first:
        return first, before
    entry = session.get(AuditEntry, newest - most)
    return (entry.id + 1, entry.hash) if entry else (first, before)


def _chosen(wanted: Wanted) -> Select[AuditEntry]:
    return select(AuditEntry).where(*conditions(wanted)).order_by(AuditEntry.id.desc())
