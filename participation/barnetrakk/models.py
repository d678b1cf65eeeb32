"""What an activity's categories are in the national product."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from participation.clock import UTCDateTime
from participation.database import Base


class BarnetrakkMapping(Base):
    """As a planner has chosen it for one activity; without a row, the defaults hold.

    `categories`: JSON text, [[question, category, feature type or "", code], …].
    """

    __tablename__ = "barnetrakk_mapping"

    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id", ondelete="CASCADE"), primary_key=True)
    municipality_number: Mapped[str] = mapped_column(String(4), default="")
    categories: Mapped[str] = mapped_column(Text, default="[]")
    changed_at: Mapped[datetime] = mapped_column(UTCDateTime)
