"""Reading tablets' links."""

from __future__ import annotations

from collections.abc import Sequence

import flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.activities.models import Activity
from participation.kiosks.models import Kiosk


def kiosks(session: Session, activity: Activity) -> Sequence[Kiosk]:
    """The activity's tablets by name."""
    wanted = select(Kiosk).where(Kiosk.activity_id == activity.id)
    return session.scalars(wanted.order_by(Kiosk.name, Kiosk.id)).all()


def kiosk_or_404(session: Session, activity: Activity, identity: int) -> Kiosk:
    """The activity's tablet with this id; a missing one or another activity's is a 404."""
    found = session.get(Kiosk, identity)
    if found is None or found.activity_id != activity.id:
        flask.abort(404)
    return found
