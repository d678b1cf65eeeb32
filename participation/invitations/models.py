"""Who is invited with a code of their own. Nothing here leads to an answer, and no answer leads here."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from participation.database import Base


class BackgroundGroup(Base):
    """Recipients with the same coarse background, such as {"Sone": "Vadmyra", "Alder": "18–29"} (`background`, JSON text)."""

    __tablename__ = "background_group"
    __table_args__ = (UniqueConstraint("activity_id", "background"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id", ondelete="CASCADE"))
    background: Mapped[str] = mapped_column(Text)
    invited: Mapped[int]


class Invitation(Base):
    """One recipient's one-time code, as its hash alone.

    Once `used`, the row forgets its group: what the answer says of its background is not said here any more. There is no
    time here. `settled`: used before the latest daily `purge`, which lays all such rows anew in an order of its own, so that
    not even the store itself tells in which order, or with which answer, codes were used.
    """

    __tablename__ = "invitation"
    __table_args__ = (
        UniqueConstraint("activity_id", "recipient"),
        UniqueConstraint("activity_id", "code_hash"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id", ondelete="CASCADE"))
    recipient: Mapped[str] = mapped_column(String(40))
    group_id: Mapped[int | None] = mapped_column(ForeignKey("background_group.id", ondelete="SET NULL"), index=True)
    code_hash: Mapped[str] = mapped_column(String(64))
    used: Mapped[bool] = mapped_column(default=False)
    settled: Mapped[bool] = mapped_column(default=False)


class InvitationRound(Base):
    """One file of codes: the first letters, or a reminder. `used_before`: how many codes had been used by then."""

    __tablename__ = "invitation_round"

    id: Mapped[int] = mapped_column(primary_key=True)
    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id", ondelete="CASCADE"), index=True)
    made_on: Mapped[date]
    is_reminder: Mapped[bool]
    codes: Mapped[int]
    used_before: Mapped[int]


class ReplacedCode(Base):
    """A code that a reminder made worthless: kept to say so, and not whose it was."""

    __tablename__ = "replaced_code"

    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id", ondelete="CASCADE"), primary_key=True)
    code_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
