"""Responses, their marks, and what is kept beside them so that nothing is lost."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.activities.models import Activity
from participation.class_sessions.models import ClassSession, Pupil
from participation.clock import UTCDateTime
from participation.database import Base

RECEIVED, READ, TAKEN_FURTHER = "received", "read", "taken_further"


def index_of_known(column: str) -> Index:
    """An index of the few responses that have this column: without it a deletion reads all to find those that point at it."""
    known = text(f"{column} IS NOT NULL")
    return Index(f"ix_response_{column}", column, sqlite_where=known, postgresql_where=known)


class Response(Base):
    """One respondent's answers (codes, never labels; a JSON document). `uuid` is a secret and is never shown or exported.

    `corrects_id`: the handed-in response this one corrects, known from its first draft on. `replaced_by_id`: the
    correction of this one that was handed in, and stands instead of it. `reached_page`: the name of the last page the
    respondent came to. `resume_hash`: of the code to go on with on another device, while it is a draft. `background`: what
    an answer with a personal code says of who was invited, coarse values by column as JSON text; never of which recipient.
    `paper_number`: of the paper that staff entered it from. `reviewed_at`: a person has looked at what is pointed out in
    its answers; in those to its marks, see there. `told`: the public has been told of it, with others' (see downloads/steps.py).
    """

    __tablename__ = "response"
    __table_args__ = (
        Index("ix_response_activity_id_class_session_id", "activity_id", "class_session_id"),
        index_of_known("replaced_by_id"),
        index_of_known("corrects_id"),
        index_of_known("resume_hash"),
        Index(
            "ix_response_activity_id_paper_number",
            "activity_id",
            "paper_number",
            unique=True,
            sqlite_where=text("paper_number IS NOT NULL"),
            postgresql_where=text("paper_number IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(String(36), unique=True)
    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id", ondelete="CASCADE"))
    class_session_id: Mapped[int | None] = mapped_column(ForeignKey("class_session.id", ondelete="CASCADE"))
    pupil_id: Mapped[int | None] = mapped_column(ForeignKey("pupil.id", ondelete="SET NULL"), index=True)
    questionnaire_version: Mapped[int]
    language: Mapped[str] = mapped_column(String(10))
    channel: Mapped[str] = mapped_column(String(40))
    revision: Mapped[int]
    complete: Mapped[bool]
    people: Mapped[int] = mapped_column(default=1)
    answers: Mapped[str] = mapped_column(Text)
    body_sha256: Mapped[str] = mapped_column(String(64))
    receipt_hash: Mapped[str | None] = mapped_column(String(64), index=True)
    resume_hash: Mapped[str | None] = mapped_column(String(64))
    reached_page: Mapped[str | None] = mapped_column(String(63))
    status: Mapped[str] = mapped_column(String(20), default=RECEIVED)
    started_at: Mapped[datetime] = mapped_column(UTCDateTime)
    received_at: Mapped[datetime] = mapped_column(UTCDateTime)
    completed_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    collected_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    late: Mapped[bool] = mapped_column(default=False)
    is_test: Mapped[bool] = mapped_column(default=False)
    replaced_by_id: Mapped[int | None] = mapped_column(ForeignKey("response.id", ondelete="SET NULL"))
    corrects_id: Mapped[int | None] = mapped_column(ForeignKey("response.id", ondelete="SET NULL"))
    told: Mapped[bool] = mapped_column(default=False, server_default=false())
    hidden_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    flags: Mapped[str] = mapped_column(String(200), default="")
    reviewed_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    background: Mapped[str | None] = mapped_column(Text)
    paper_number: Mapped[str | None] = mapped_column(String(40))

    activity: Mapped[Activity] = relationship()
    class_session: Mapped[ClassSession | None] = relationship()
    pupil: Mapped[Pupil | None] = relationship()
    corrects: Mapped[Response | None] = relationship(foreign_keys=[corrects_id], remote_side=[id])
    marks: Mapped[list[Mark]] = relationship(back_populates="response", order_by="Mark.id", passive_deletes=True)


class Mark(Base):
    """One geometry of a response: compact GeoJSON text and bbox in WGS84 degrees; follow-up answers as JSON text.

    `category`: "" where the question has none.

    `flags` are words such as "worrying personal", found by `safeguards` when it came in. `fingerprint` tells the same
    mark in a later revision, so that hiding survives further drawing. `reviewed_at`: a person has looked at its flags.
    """

    __tablename__ = "mark"
    __table_args__ = (Index("ix_mark_response_id", "response_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    response_id: Mapped[int] = mapped_column(ForeignKey("response.id", ondelete="CASCADE"))
    question: Mapped[str] = mapped_column(String(80))
    category: Mapped[str] = mapped_column(String(80))
    geometry: Mapped[str] = mapped_column(Text)
    west: Mapped[float]
    south: Mapped[float]
    east: Mapped[float]
    north: Mapped[float]
    home_cut: Mapped[bool | None]
    answers: Mapped[str] = mapped_column(Text)
    flags: Mapped[str] = mapped_column(String(200), default="")
    fingerprint: Mapped[str] = mapped_column(String(32))
    people: Mapped[int | None]
    hidden_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    hidden_by: Mapped[str] = mapped_column(String(254), default="")
    reviewed_at: Mapped[datetime | None] = mapped_column(UTCDateTime)

    response: Mapped[Response] = relationship(back_populates="marks")


class KeptBody(Base):
    """Another body for a UUID and revision already stored (409), kept after the home cut for a person to look at."""

    __tablename__ = "kept_body"

    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(String(36), index=True)
    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id", ondelete="CASCADE"))
    body: Mapped[str] = mapped_column(Text)
    received_at: Mapped[datetime] = mapped_column(UTCDateTime)


class Photo(Base):
    """A photo given with a response: a JPEG encoded anew by the server, without metadata. `name` is what answers call it.

    It comes before the answer that names it, so `response_uuid` may be of a response that is not stored yet.
    """

    __tablename__ = "photo"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(36), unique=True)
    response_uuid: Mapped[str] = mapped_column(String(36), index=True)
    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id", ondelete="CASCADE"), index=True)
    jpeg: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    received_at: Mapped[datetime] = mapped_column(UTCDateTime)
    hidden_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    reviewed_at: Mapped[datetime | None] = mapped_column(UTCDateTime)


class BlurredText(Base):
    """A text as it was before words in it were blurred: the answer itself holds the blurred one, so nobody reads another.

    Of a mark's follow-up or a response's answer, exactly one of the two. `translation`: the one it had, whose words may be
    the same, as JSON text. It goes with what it belongs to, and when its time is over: then the words are gone for good.
    """

    __tablename__ = "blurred_text"
    __table_args__ = (UniqueConstraint("mark_id", "variable"), UniqueConstraint("response_id", "variable"))

    id: Mapped[int] = mapped_column(primary_key=True)
    mark_id: Mapped[int | None] = mapped_column(ForeignKey("mark.id", ondelete="CASCADE"))
    response_id: Mapped[int | None] = mapped_column(ForeignKey("response.id", ondelete="CASCADE"))
    variable: Mapped[str] = mapped_column(String(80))
    original: Mapped[str] = mapped_column(Text)
    translation: Mapped[str | None] = mapped_column(Text)
    blurred_at: Mapped[datetime] = mapped_column(UTCDateTime)


class Erasure(Base):
    """A response that was withdrawn or erased: only the hash of its UUID remains, so that it cannot come back.

    `activity_id` is only for counting, and None where the response never came or an older backup was restored.
    """

    __tablename__ = "erasure"

    uuid_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    receipt_hash: Mapped[str | None] = mapped_column(String(64), index=True)
    erased_at: Mapped[datetime] = mapped_column(UTCDateTime)
    activity_id: Mapped[int | None]
