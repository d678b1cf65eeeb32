"""What moderators add to what people have said: translations, and what can be undone."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from participation.clock import UTCDateTime
from participation.database import Base


class TextTranslation(Base):
    """A text put into `language` by a moderator; it stands beside the text, which stays as it is."""

    __tablename__ = "text_translation"
    __table_args__ = (UniqueConstraint("mark_id", "variable"), UniqueConstraint("response_id", "variable"))

    id: Mapped[int] = mapped_column(primary_key=True)
    mark_id: Mapped[int | None] = mapped_column(ForeignKey("mark.id", ondelete="CASCADE"))
    response_id: Mapped[int | None] = mapped_column(ForeignKey("response.id", ondelete="CASCADE"))
    variable: Mapped[str] = mapped_column(String(80))
    language: Mapped[str] = mapped_column(String(10))
    text: Mapped[str] = mapped_column(Text)
    written_at: Mapped[datetime] = mapped_column(UTCDateTime)


class Decision(Base):
    """One press of a button in the queue, so that it can be undone: `items` are those it changed, such as "mark:12 photo:3"."""

    __tablename__ = "moderation_decision"
    __table_args__ = (Index("ix_moderation_decision_project_id", "project_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
    verb: Mapped[str] = mapped_column(String(20))
    items: Mapped[str] = mapped_column(Text)
    decided_at: Mapped[datetime] = mapped_column(UTCDateTime)
