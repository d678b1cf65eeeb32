"""Telling what was heard."""

from __future__ import annotations

from flask_babel import gettext as _
from sqlalchemy import delete
from sqlalchemy.orm import Session

from participation.activities.models import Activity
from participation.clock import now
from participation.errors import Refused
from participation.feedback.models import Heard

LONGEST = 2000


def tell(session: Session, activity: Activity, text: str, class_session_id: int | None = None) -> Heard:
    """Tell all classes of the activity, or one, what the municipality heard."""
    if not text.strip():
        raise Refused(_("Write what you heard before you tell it."))
    heard = Heard(
        activity_id=activity.id, class_session_id=class_session_id, text=text.strip()[:LONGEST], published_at=now()
    )
    session.add(heard)
    session.flush()
    return heard


def take_back(session: Session, activity: Activity, identity: int) -> None:
    """Tell something no longer."""
    session.execute(delete(Heard).where(Heard.id == identity, Heard.activity_id == activity.id))
