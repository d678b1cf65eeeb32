"""The rules for personal codes: their order is wiped out daily, and the recipients go when the survey is over."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, insert, or_, select
from sqlalchemy.orm import Session

from participation.activities.models import Activity
from participation.activities.queries import closed_before
from participation.invitations.models import BackgroundGroup, Invitation, InvitationRound, ReplacedCode
from participation.retention.periods import over_since

# A statement takes only so many values.
AT_ONCE = 1000


def used_in_some_order(_moment: datetime) -> Select[Any]:
    """Codes used since the last purge."""
    return select(Invitation.id).where(Invitation.used.is_(True), Invitation.settled.is_(False))


def settle(session: Session, ids: Sequence[int], _moment: datetime) -> None:
    """Lay every used row of their surveys anew, mixed.

    PostgreSQL puts a row that is changed behind the others, and notes which transaction did it: the one that stored the answer.
    """
    surveys = select(Invitation.activity_id).where(Invitation.id.in_(ids))
    wanted = select(Invitation.__table__).where(Invitation.activity_id.in_(surveys), Invitation.used.is_(True))
    rows = [{**row, "settled": True} for row in session.execute(wanted.with_for_update()).mappings()]
    random.SystemRandom().shuffle(rows)
    for start in range(0, len(rows), AT_ONCE):
        some = [row["id"] for row in rows[start : start + AT_ONCE]]
        session.execute(delete(Invitation).where(Invitation.id.in_(some)))
    session.execute(insert(Invitation), rows)


def surveys_over(moment: datetime) -> Select[Any]:
    """Surveys closed so long ago that nobody is reminded any more, which still have recipients or codes."""
    over = select(Activity.id).where(closed_before(over_since("recipients", moment)))
    return over.where(
        or_(
            *(
                select(table.activity_id).where(table.activity_id == Activity.id).exists()
                for table in (Invitation, ReplacedCode, InvitationRound)
            )
        )
    )


def forget_recipients(session: Session, ids: Sequence[int], _moment: datetime) -> None:
    """How many were invited with each background stays, as a number, until the answers go."""
    for table in (Invitation, ReplacedCode, InvitationRound):
        session.execute(delete(table).where(table.activity_id.in_(ids)))


def forget_invited(session: Session, ids: Sequence[int], moment: datetime) -> None:
    """The numbers too."""
    forget_recipients(session, ids, moment)
    session.execute(delete(BackgroundGroup).where(BackgroundGroup.activity_id.in_(ids)))


def with_invited(activities: Select[Any]) -> Select[Any]:
    """Those of the activities that have anything of invitations."""
    tables = (Invitation, ReplacedCode, InvitationRound, BackgroundGroup)
    return activities.where(
        or_(*(select(table.activity_id).where(table.activity_id == Activity.id).exists() for table in tables))
    )
