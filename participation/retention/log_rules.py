"""The rule for the log: its oldest entries are sealed and deleted, so that the rest can still be verified."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from participation.audit import services
from participation.audit.models import AuditEntry
from participation.retention.periods import over_since


def old_entries(moment: datetime) -> Select[Any]:
    """Only those before the first that must stay, in whatever order a clock put them."""
    stays = AuditEntry.at >= over_since("log", moment)
    first = select(func.coalesce(func.min(AuditEntry.id).filter(stays), func.max(AuditEntry.id) + 1)).scalar_subquery()
    return select(AuditEntry.id).where(AuditEntry.id < first).order_by(AuditEntry.id)


def forget_entries(session: Session, ids: Sequence[int], _moment: datetime) -> None:
    services.seal_and_delete(session, ids)
