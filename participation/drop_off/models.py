"""Where those stopped who began and never sent, when nothing is left of what they had begun."""

from __future__ import annotations

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from participation.database import Base


class StopCount(Base):
    """How many drafts that were deleted stood at a question. Of no single one is anything kept.

    `question`: its variable, "" where nothing had been asked yet.
    """

    __tablename__ = "stop_count"

    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id", ondelete="CASCADE"), primary_key=True)
    questionnaire_version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    question: Mapped[str] = mapped_column(String(80), primary_key=True)
    count: Mapped[int]
