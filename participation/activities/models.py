"""Activities and the published versions of their questionnaires."""

from __future__ import annotations

import secrets
from datetime import date, datetime

from sqlalchemy import ForeignKey, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.clock import UTCDateTime, now
from participation.database import Base
from participation.projects.models import Project

DRAFT, OPEN, PAUSED, CLOSED = "draft", "open", "paused", "closed"
# Never stored: it is open, and its opening time has not come.
SCHEDULED = "scheduled"


def state_at(moment: datetime, status: str, opens_at: datetime | None, closes_at: datetime | None) -> str:
    """Whether answers are let in at `moment`, by what was pressed (`status`) and by the times set."""
    if status in (OPEN, PAUSED) and closes_at is not None and closes_at <= moment:
        return CLOSED
    return SCHEDULED if status == OPEN and opens_at is not None and moment < opens_at else status


def new_edition() -> str:
    """A name that no other state of a draft has."""
    return secrets.token_urlsafe(16)


class Activity(Base):
    """One round of participation in a project. `only_invited`: only those with a personal code may answer.

    `status` is what was pressed last, `state` what holds now. `farewell` and `results_at`: what whoever comes too late
    reads, and where everybody is told that the results will be.
    """

    __tablename__ = "activity"

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(String(40))
    title: Mapped[str] = mapped_column(String(200))
    status: Mapped[str] = mapped_column(String(20), default=DRAFT)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)
    opened_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    answer_by: Mapped[date | None]
    promise: Mapped[str] = mapped_column(Text, default="")
    only_invited: Mapped[bool] = mapped_column(default=False)
    opens_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    closes_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    farewell: Mapped[str] = mapped_column(Text, default="", server_default="")
    results_at: Mapped[str] = mapped_column(String(500), default="", server_default="")

    project: Mapped[Project] = relationship()
    versions: Mapped[list[QuestionnaireVersion]] = relationship(
        back_populates="activity", order_by="QuestionnaireVersion.number", passive_deletes=True
    )

    @property
    def state(self) -> str:
        """Draft, scheduled, open, paused or closed, now."""
        return state_at(now(), self.status, self.opens_at, self.closes_at)


class QuestionnaireVersion(Base):
    """A published questionnaire: never changed afterwards. `document` is the JSON that `surveys` reads."""

    __tablename__ = "questionnaire_version"
    __table_args__ = (UniqueConstraint("activity_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id", ondelete="CASCADE"))
    number: Mapped[int]
    document: Mapped[str] = mapped_column(Text)
    published_at: Mapped[datetime] = mapped_column(UTCDateTime)

    activity: Mapped[Activity] = relationship(back_populates="versions")


class Picture(Base):
    """A picture that a published questionnaire shows, by the name it has there: encoded anew, and never changed."""

    __tablename__ = "picture"
    __table_args__ = (UniqueConstraint("version_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("questionnaire_version.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(100))
    data: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)


class QuestionnaireDraft(Base):
    """What may become the activity's next version, one at most, whole or not yet; `notices`: what its reader must know of it,
    JSON texts.

    `edition`: another with each change, so that nobody overwrites or publishes what they have not seen. `editor`: the page
    that it is being built on, until `edited_until`.
    """

    __tablename__ = "questionnaire_draft"

    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id", ondelete="CASCADE"), primary_key=True)
    document: Mapped[str] = mapped_column(Text)
    notices: Mapped[str] = mapped_column(Text, default="[]")
    changed_at: Mapped[datetime] = mapped_column(UTCDateTime)
    changed_by: Mapped[str] = mapped_column(String(254))
    edition: Mapped[str] = mapped_column(String(40), default=new_edition)
    editor: Mapped[str] = mapped_column(String(40), default="")
    edited_until: Mapped[datetime | None] = mapped_column(UTCDateTime)

    pictures: Mapped[list[DraftPicture]] = relationship(cascade="all, delete-orphan", passive_deletes=True)


class QuestionnaireTrial(Base):
    """A draft as somebody tried it: it never changes, so that the test answers to it can be read. `number`: below 0, where
    no published version has its own."""

    __tablename__ = "questionnaire_trial"
    __table_args__ = (UniqueConstraint("activity_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id", ondelete="CASCADE"))
    number: Mapped[int]
    document: Mapped[str] = mapped_column(Text)
    tried_at: Mapped[datetime] = mapped_column(UTCDateTime)


class DraftPicture(Base):
    """A picture that a draft shows and the version before it does not have: encoded anew."""

    __tablename__ = "draft_picture"
    __table_args__ = (UniqueConstraint("activity_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    activity_id: Mapped[int] = mapped_column(ForeignKey("questionnaire_draft.activity_id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(100))
    data: Mapped[bytes] = mapped_column(LargeBinary)
