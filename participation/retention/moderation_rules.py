"""The rules for what moderators decided: how long it can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Session

from participation.moderation.models import Decision
from participation.responses.models import BlurredText
from participation.retention.periods import over_since


def old_originals(moment: datetime) -> Select[Any]:
    return select(BlurredText.id).where(BlurredText.blurred_at < over_since("blurred", moment))


def forget_originals(session: Session, ids: Sequence[int], _moment: datetime) -> None:
    """The words are gone for good; the texts stay blurred."""
    session.execute(delete(BlurredText).where(BlurredText.id.in_(ids)))


def old_decisions(moment: datetime) -> Select[Any]:
    return select(Decision.id).where(Decision.decided_at < over_since("blurred", moment))


def forget_decisions(session: Session, ids: Sequence[int], _moment: datetime) -> None:
    session.execute(delete(Decision).where(Decision.id.in_(ids)))
