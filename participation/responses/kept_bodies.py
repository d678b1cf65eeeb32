"""Bodies that came for a response already stored: kept after the home cut, the newest three for a UUID."""

from __future__ import annotations

import hashlib
from typing import Any

import orjson
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from participation.activities import queries as activities
from participation.clock import now
from participation.database import writing
from participation.extensions import db
from participation.responses import home
from participation.responses.body import Body
from participation.responses.models import KeptBody

MOST = 3


def uuid_hash(uuid: str) -> str:
    """What remains of a UUID when its response is erased."""
    return hashlib.sha256(uuid.encode()).hexdigest()


def keep(session: Session, body: Body, activity_id: int, school: home.Position | None) -> None:
    """Keep `body` for a person to look at; the same content once, the newest three for a UUID."""
    text = orjson.dumps(safe_content(session, body, activity_id, school)).decode()
    with writing(db) as session:
        wanted = select(KeptBody.id, KeptBody.body).where(KeptBody.uuid == body.uuid).order_by(KeptBody.id)
        rows = session.execute(wanted).all()
        if any(row.body == text for row in rows):
            return
        surplus = [row.id for row in rows[: max(0, len(rows) - MOST + 1)]]
        if surplus:
            session.execute(delete(KeptBody).where(KeptBody.id.in_(surplus)))
        session.add(KeptBody(uuid=body.uuid, activity_id=activity_id, body=text, received_at=now()))


def safe_content(session: Session, body: Body, activity_id: int, school: home.Position | None) -> dict[str, Any]:
    """The content with routes cut as they would have been, and without the pupil's token."""
    content = {name: value for name, value in body.content.items() if name not in ("pupil", "replaces")}
    questionnaire = activities.published(session, activity_id, content.get("questionnaire_version"))
    content["marks"], _ = home.cut_uncut_routes(questionnaire, content.get("marks", []), school)
    content["marks"] = [readable(mark) for mark in content["marks"]] if isinstance(content["marks"], list) else []
    return content


def readable(mark: Any) -> Any:
    """`mark`, without a geometry that no cut could have read: it may hold a home."""
    geometry = mark.get("geometry") if isinstance(mark, dict) else None
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind == "Point" or kind == "Polygon":
        return mark
    if isinstance(geometry, dict) and kind == "LineString" and home.readable_line(geometry.get("coordinates")):
        return mark
    return {**mark, "geometry": None} if isinstance(mark, dict) else None
