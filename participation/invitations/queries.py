"""Reading invitations: who has a code left, and how many of each group have answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import orjson
from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from participation.activities.models import Activity
from participation.invitations.models import BackgroundGroup, Invitation, InvitationRound
from participation.prepared import Prepared
from participation.safeguards import suppression

# A count, or the difference between two lists, with fewer behind it could tell who answered what.
FEWEST = 5
_ANYBODY = Prepared(select(Invitation.id).where(Invitation.activity_id == bindparam("activity")).limit(1))


@dataclass(frozen=True)
class GroupRow:
    """How a background group has answered; `answered` is None where it could tell of somebody."""

    background: dict[str, str]
    invited: int
    answered: int | None

    @property
    def share(self) -> float | None:
        """From 0 to 1."""
        return None if self.answered is None else self.answered / self.invited


def invited(session: Session, activity: Activity) -> int:
    """How many have a code, used or not."""
    wanted = select(func.count()).select_from(Invitation).where(Invitation.activity_id == activity.id)
    return session.scalar(wanted) or 0


def invited_at_all(session: Session, activity: Activity) -> bool:
    """True when somebody has a code."""
    return _ANYBODY.first(session.connection(), {"activity": activity.id}) is not None


def used(session: Session, activity: Activity) -> int:
    """How many codes have been used."""
    wanted = select(func.count()).select_from(Invitation)
    return session.scalar(wanted.where(Invitation.activity_id == activity.id, Invitation.used.is_(True))) or 0


def unused(session: Session, activity: Activity, alone: bool = False) -> Sequence[Invitation]:
    """Those who have not answered, by recipient; `alone`: no code of theirs is used until this transaction ends."""
    wanted = select(Invitation).where(Invitation.activity_id == activity.id, Invitation.used.is_(False))
    wanted = wanted.order_by(Invitation.recipient, Invitation.id)
    return session.scalars(wanted.with_for_update() if alone else wanted).all()


def recipients(session: Session, activity: Activity) -> set[str]:
    """Everyone who has been invited, in small letters."""
    found = session.scalars(select(Invitation.recipient).where(Invitation.activity_id == activity.id))
    return {recipient.casefold() for recipient in found}


def groups(session: Session, activity: Activity) -> Sequence[BackgroundGroup]:
    """The activity's background groups, in the order of their words."""
    wanted = select(BackgroundGroup).where(BackgroundGroup.activity_id == activity.id)
    return session.scalars(wanted.order_by(BackgroundGroup.background, BackgroundGroup.id)).all()


def sizes(session: Session, activity: Activity) -> dict[tuple[tuple[str, str], ...], int]:
    """How many are invited with each background: its columns with their values, in order."""
    return {tuple(orjson.loads(group.background).items()): group.invited for group in groups(session, activity)}


def group_rows(session: Session, activity: Activity) -> list[GroupRow]:
    """How each group has answered. A group's number is hidden where fewer than five have, and where it can be worked out."""
    left = dict(
        session.execute(
            select(Invitation.group_id, func.count())
            .where(Invitation.activity_id == activity.id, Invitation.used.is_(False))
            .group_by(Invitation.group_id)
        ).all()
    )
    found = groups(session, activity)
    answered = {group.id: group.invited - left.get(group.id, 0) for group in found}
    each = {group: {(group, number) for number in range(count)} for group, count in answered.items()}
    shown = suppression.suppress_parts(each, FEWEST).shown
    return [GroupRow(orjson.loads(group.background), group.invited, shown.get(group.id)) for group in found]


def rounds(session: Session, activity: Activity) -> Sequence[InvitationRound]:
    """The files of codes that were made, the first first."""
    wanted = select(InvitationRound).where(InvitationRound.activity_id == activity.id)
    return session.scalars(wanted.order_by(InvitationRound.id)).all()
