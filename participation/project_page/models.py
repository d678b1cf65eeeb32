"""What a project tells the public of itself beside its settings: phases, and people to talk to."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from participation.database import Base


class Phase(Base):
    """A stretch of the project's time; `ends_on` is its last day, None = a single day."""

    __tablename__ = "phase"

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    description: Mapped[str] = mapped_column(Text, default="")

    def standing(self, today: date) -> str:
        """Whether it is over, now or to come: "past", "now", "ahead"."""
        if today < self.starts_on:
            return "ahead"
        return "past" if today > (self.ends_on or self.starts_on) else "now"


class ContactPerson(Base):
    """Somebody of the municipality to talk to. `hours`: when and where they are met, in words; `photo`: a safe JPEG."""

    __tablename__ = "contact_person"

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    role: Mapped[str] = mapped_column(String(200), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    email: Mapped[str] = mapped_column(String(254), default="")
    hours: Mapped[str] = mapped_column(Text, default="")
    has_photo: Mapped[bool] = mapped_column(default=False)
    photo: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
