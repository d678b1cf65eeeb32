"""The photos of an activity's answers, as planners look at them."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Select, func, select, update
from sqlalchemy.orm import Session

from participation.activities.models import Activity
from participation.clock import now
from participation.responses.models import Photo, Response
from participation.responses.queries import counting

A_PAGE = 24


@dataclass(frozen=True, slots=True)
class Shown:
    """`response`: the number of its answer, the same as in the downloads."""

    name: str
    response: int
    received_at: datetime
    is_hidden: bool


def count(session: Session, activity: Activity) -> int:
    """How many photos the answers that count have, hidden ones too."""
    return session.scalar(select(func.count()).select_from(_given(activity, Photo.id).subquery())) or 0


def shown(session: Session, activity: Activity, page: int) -> list[Shown]:
    """The newest first, a page at a time; pages from 1."""
    columns = (Photo.name, Response.id, Photo.received_at, Photo.hidden_at)
    wanted = _given(activity, *columns).order_by(Photo.id.desc()).offset((page - 1) * A_PAGE).limit(A_PAGE)
    return [
        Shown(name, response, received, hidden is not None)
        for name, response, received, hidden in session.execute(wanted)
    ]


def jpeg(session: Session, activity: Activity, name: str) -> bytes | None:
    """A photo of an answer that counts."""
    return session.scalar(_given(activity, Photo.jpeg).where(Photo.name == name))


def hide(session: Session, activity: Activity, name: str, hidden: bool) -> None:
    """Hide a photo from downloads, or show it again."""
    change = update(Photo).where(Photo.activity_id == activity.id, Photo.name == name)
    session.execute(change.values(hidden_at=now() if hidden else None))


def write_zip(session: Session, activity: Activity, path: Path) -> None:
    """Every photo that is not hidden, named as answers name it; one in memory at a time."""
    names = session.scalars(_given(activity, Photo.name).where(Photo.hidden_at.is_(None)).order_by(Photo.id)).all()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name in _still_there(session, names):
            archive.writestr(f"{name[0]}.jpg", name[1])


def _still_there(session: Session, names: Sequence[str]) -> Any:
    for name in names:
        found = session.scalar(select(Photo.jpeg).where(Photo.name == name))
        if found is not None:
            yield name, found


def _given(activity: Activity, *columns: Any) -> Select[Any]:
    """Photos of answers that count."""
    of_answer = Response.uuid == Photo.response_uuid
    return select(*columns).join(Response, of_answer).where(Photo.activity_id == activity.id, *counting())
