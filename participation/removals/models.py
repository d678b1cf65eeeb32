"""What somebody removed, kept for a day so that it can be brought back."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from participation.clock import UTCDateTime
from participation.database import Base


class RemovedRow(Base):
    """`kind`: the table that it was in; `content`: the row and its parts as JSON (see packing.py)."""

    __tablename__ = "removed_row"

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(String(80))
    content: Mapped[str] = mapped_column(Text)
    removed_at: Mapped[datetime] = mapped_column(UTCDateTime)
