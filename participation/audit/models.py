"""The log of changes and readings: a chain that rows are only added to."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from participation.clock import UTCDateTime
from participation.database import Base


class AuditEntry(Base):
    """Who did what when, and to what; never any content, and no address.

    `id` counts without gaps. `hash`: SHA-256 over the hash before and all the rest (see chain.py). `project_id` and
    `activity_id` point at nothing that must be there: the log outlives what it tells of. `asked`: the filter as a query
    string, or whom the act is done to. A row with `sealed_id` seals everything up to that row, whose hash it repeats, so that it may be deleted when
    its time is over and the chain can still be verified. The database itself refuses other changes (migration 0020).
    """

    __tablename__ = "audit_entry"
    __table_args__ = (
        Index("ix_audit_entry_project_id_id", "project_id", "id"),
        Index(
            "ix_audit_entry_sealed_id",
            "sealed_id",
            sqlite_where=text("sealed_id IS NOT NULL"),
            postgresql_where=text("sealed_id IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(UTCDateTime, index=True)
    actor: Mapped[str] = mapped_column(String(254))
    act: Mapped[str] = mapped_column(String(40))
    project_id: Mapped[int | None]
    activity_id: Mapped[int | None]
    asked: Mapped[str] = mapped_column(String(500), default="")
    count: Mapped[int | None]
    sealed_id: Mapped[int | None]
    sealed_hash: Mapped[str | None] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))
