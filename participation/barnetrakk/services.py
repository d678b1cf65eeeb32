"""Choosing what categories are in the national product."""

from __future__ import annotations

import orjson
from sqlalchemy.orm import Session

from participation.activities.models import Activity
from participation.barnetrakk.mapping import Chosen
from participation.barnetrakk.models import BarnetrakkMapping
from participation.clock import now


def choose(session: Session, activity: Activity, chosen: Chosen) -> None:
    """Let this hold from now on."""
    stored = session.get(BarnetrakkMapping, activity.id) or BarnetrakkMapping(activity_id=activity.id)
    stored.municipality_number = chosen.municipality_number
    stored.categories = orjson.dumps([[*key, *meant] for key, meant in chosen.meant.items()]).decode()
    stored.changed_at = now()
    session.add(stored)
    session.flush()
