"""The rules for those who sign in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Session

from participation.members.models import MemberInvitation
from participation.retention.periods import over_since


def old_invitations(moment: datetime) -> Select[Any]:
    return select(MemberInvitation.id).where(MemberInvitation.expires_at < over_since("member_invitations", moment))


def forget_invitations(session: Session, ids: Sequence[int], _moment: datetime) -> None:
    session.execute(delete(MemberInvitation).where(MemberInvitation.id.in_(ids)))
