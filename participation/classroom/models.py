"""What the projector shows."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from participation.clock import UTCDateTime
from participation.database import Base


class PublishedMap(Base):
    """A class's map as it was last shown: numbers of children by filter, season and cell, never who they are.

    `content` is JSON, see `published_map.Published`. `revision` counts up with each change.
    """

    __tablename__ = "published_map"

    class_session_id: Mapped[int] = mapped_column(ForeignKey("class_session.id", ondelete="CASCADE"), primary_key=True)
    revision: Mapped[int]
    taken_at: Mapped[datetime] = mapped_column(UTCDateTime)
    newest_mark: Mapped[int]
    content: Mapped[str] = mapped_column(Text)
