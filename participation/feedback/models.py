"""What the municipality answers: *Dette hørte vi*."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from participation.clock import UTCDateTime
from participation.database import Base


class Heard(Base):
    """One thing the municipality heard, told to all of an activity or to one class."""

    __tablename__ = "heard"

    id: Mapped[int] = mapped_column(primary_key=True)
    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id", ondelete="CASCADE"), index=True)
    class_session_id: Mapped[int | None] = mapped_column(ForeignKey("class_session.id", ondelete="CASCADE"))
    text: Mapped[str] = mapped_column(Text)
    published_at: Mapped[datetime] = mapped_column(UTCDateTime)
