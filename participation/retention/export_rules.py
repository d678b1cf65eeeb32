"""The rules for large files that were ordered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select
from sqlalchemy.orm import Session

from participation.export_jobs import queries, services
from participation.retention.periods import over_since


def old_orders(moment: datetime) -> Select[Any]:
    return queries.ordered_before(over_since("exports", moment))


def expire_files(session: Session, ids: Sequence[int], _moment: datetime) -> None:
    services.expire(session, ids)


def forget_orders(session: Session, ids: Sequence[int], _moment: datetime) -> None:
    services.forget(session, ids)
