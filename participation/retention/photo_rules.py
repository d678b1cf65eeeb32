"""The rules for photos: one that no answer names is nobody's any more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, delete, exists, not_, or_, select
from sqlalchemy.orm import Session

from participation.responses.models import Mark, Photo, Response
from participation.retention.periods import over_since


def unnamed_photos(moment: datetime) -> Select[Any]:
    """Photos that came some days ago, and that no answer names, or not any more."""
    response = and_(Response.uuid == Photo.response_uuid, Response.answers.contains(Photo.name))
    mark = and_(
        Response.uuid == Photo.response_uuid, Mark.response_id == Response.id, Mark.answers.contains(Photo.name)
    )
    named = or_(exists().where(response), exists().where(mark))
    return select(Photo.id).where(Photo.received_at < over_since("photos", moment), not_(named))


def delete_photos(session: Session, ids: Sequence[int], _moment: datetime) -> None:
    session.execute(delete(Photo).where(Photo.id.in_(ids)))
