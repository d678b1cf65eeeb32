"""Classes at work and their pupils, who have a nickname and codes but no name."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.activities.models import Activity
from participation.clock import UTCDateTime
from participation.database import Base
from participation.projects.models import School

PLANNED, OPEN, PAUSED, CLOSED = "planned", "open", "paused", "closed"


class ClassSession(Base):
    """One class's work with one activity. Links and slips are derived from the secret key and a generation number."""

    __tablename__ = "class_session"

    id: Mapped[int] = mapped_column(primary_key=True)
    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id", ondelete="CASCADE"), index=True)
    school_id: Mapped[int | None] = mapped_column(ForeignKey("school.id", ondelete="SET NULL"))
    school_name: Mapped[str] = mapped_column(String(200))
    year: Mapped[int]
    class_name: Mapped[str] = mapped_column(String(40))
    language: Mapped[str] = mapped_column(String(10), default="nb")
    pupils_expected: Mapped[int] = mapped_column(default=0)
    teacher_email: Mapped[str] = mapped_column(String(254), default="")
    code: Mapped[str] = mapped_column(String(6), unique=True)
    status: Mapped[str] = mapped_column(String(20), default=PLANNED)
    held_on: Mapped[date | None]
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)
    opened_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    five_minutes_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    teacher_generation: Mapped[int] = mapped_column(default=1)
    teacher_last_used_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    teacher_expires_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    projector_generation: Mapped[int] = mapped_column(default=1)

    activity: Mapped[Activity] = relationship()
    school: Mapped[School | None] = relationship()
    pupils: Mapped[list[Pupil]] = relationship(
        back_populates="class_session", order_by="Pupil.number", passive_deletes=True
    )


class Pupil(Base):
    """A place in the class: nickname and the hash of one personal code. Joined when somebody took it."""

    __tablename__ = "pupil"
    __table_args__ = (
        UniqueConstraint("class_session_id", "number"),
        UniqueConstraint("class_session_id", "nickname"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    class_session_id: Mapped[int] = mapped_column(ForeignKey("class_session.id", ondelete="CASCADE"))
    number: Mapped[int]
    nickname: Mapped[str] = mapped_column(String(60))
    on_slip: Mapped[bool] = mapped_column(default=False)
    code_hash: Mapped[str] = mapped_column(String(64), unique=True)
    joined_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    paused_at: Mapped[datetime | None] = mapped_column(UTCDateTime)

    class_session: Mapped[ClassSession] = relationship(back_populates="pupils")
