"""Orders of large files."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from participation.clock import UTCDateTime
from participation.database import Base

WAITING, RUNNING, DONE, FAILED, CANCELLED, EXPIRED, OUTDATED = (
    "waiting",
    "running",
    "done",
    "failed",
    "cancelled",
    "expired",
    "outdated",
)
UNFINISHED = (WAITING, RUNNING)


class ExportJob(Base):
    """One file, ordered by one person, who alone may fetch it.

    `asked` is JSON that the program which makes it understands. `run` counts how often it was begun: each time in a folder
    of its own (see files.py), so that what was begun before something was erased is never taken for the file. `beat_at`:
    when whoever makes it was last heard of. `problem`: why it failed, in the language of the person. OUTDATED: something
    that the file held was erased or hidden, and the file with it.
    """

    __tablename__ = "export_job"

    id: Mapped[int] = mapped_column(primary_key=True)
    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    asked: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(String(200))
    mimetype: Mapped[str] = mapped_column(String(100))
    state: Mapped[str] = mapped_column(String(20), default=WAITING, index=True)
    run: Mapped[int] = mapped_column(default=0)
    rows_done: Mapped[int] = mapped_column(default=0)
    rows_in_all: Mapped[int] = mapped_column(default=0)
    size: Mapped[int] = mapped_column(BigInteger, default=0)
    problem: Mapped[str] = mapped_column(String(1000), default="")
    made_at: Mapped[datetime] = mapped_column(UTCDateTime)
    beat_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    finished_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    expires_at: Mapped[datetime | None] = mapped_column(UTCDateTime)

    @property
    def is_unfinished(self) -> bool:
        return self.state in UNFINISHED

    def is_kept(self, moment: datetime) -> bool:
        """True while the file is to be had."""
        return self.state == DONE and self.expires_at is not None and self.expires_at > moment
