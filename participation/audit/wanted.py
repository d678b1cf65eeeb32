"""What is looked for in the log."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement

from participation.audit.models import AuditEntry
from participation.clock import beginning_of


@dataclass(frozen=True)
class Wanted:
    """Any of these values; None and empty mean all. `since` and `until` are days on a Norwegian calendar, both included."""

    project_id: int | None = None
    activity_id: int | None = None
    actor: str = ""
    act: str = ""
    since: date | None = None
    until: date | None = None


def conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    """As the store can be asked for it."""
    asked: list[ColumnElement[bool]] = []
    if wanted.project_id is not None:
        asked.append(AuditEntry.project_id == wanted.project_id)
    if wanted.activity_id is not None:
        asked.append(AuditEntry.activity_id == wanted.activity_id)
    if wanted.actor:
        asked.append(AuditEntry.actor == wanted.actor)
    if wanted.act:
        asked.append(AuditEntry.act == wanted.act)
    if wanted.since:
        asked.append(AuditEntry.at >= beginning_of(wanted.since))
    if wanted.until:
        asked.append(AuditEntry.at < beginning_of(wanted.until + timedelta(days=1)))
    return asked
