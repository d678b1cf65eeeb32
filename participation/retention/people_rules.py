"""The rules for those who sign in, for the tokens they made, and for what they removed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Session

from participation.accounts.models import SignIn
from participation.members.models import MemberInvitation
from participation.removals.models import RemovedRow
from participation.retention.periods import over_since
from participation.tokens.models import ApiToken


def old_invitations(moment: datetime) -> Select[Any]:
    return select(MemberInvitation.id).where(MemberInvitation.expires_at < over_since("member_invitations", moment))


def forget_invitations(session: Session, ids: Sequence[int], _moment: datetime) -> None:
    session.execute(delete(MemberInvitation).where(MemberInvitation.id.in_(ids)))


def ended_sign_ins(moment: datetime) -> Select[Any]:
    return select(SignIn.id).where(SignIn.last_seen_at < over_since("sign_ins", moment))


def forget_sign_ins(session: Session, ids: Sequence[int], _moment: datetime) -> None:
    session.execute(delete(SignIn).where(SignIn.id.in_(ids)))


def ended_tokens(moment: datetime) -> Select[Any]:
    return select(ApiToken.id).where(ApiToken.expires_at < over_since("tokens", moment))


def forget_tokens(session: Session, ids: Sequence[int], _moment: datetime) -> None:
    session.execute(delete(ApiToken).where(ApiToken.id.in_(ids)))


def old_removals(moment: datetime) -> Select[Any]:
    return select(RemovedRow.id).where(RemovedRow.removed_at < over_since("removed", moment))


def forget_removals(session: Session, ids: Sequence[int], _moment: datetime) -> None:
    session.execute(delete(RemovedRow).where(RemovedRow.id.in_(ids)))
