"""Reading the mapping of an activity."""

from __future__ import annotations

import orjson
from sqlalchemy.orm import Session

from participation.activities.models import Activity
from participation.activities.queries import every_version
from participation.barnetrakk.mapping import Asked, Chosen, Meant, OfCategory, categories, default
from participation.barnetrakk.models import BarnetrakkMapping


def asked(session: Session, activity: Activity) -> dict[OfCategory, Asked]:
    """Every category that was ever asked for in the activity."""
    versions = every_version(session, activity)
    return categories(versions[number] for number in sorted(versions, reverse=True))


def chosen(session: Session, activity: Activity) -> Chosen:
    """What each category is: as somebody has chosen, else by default."""
    stored = session.get(BarnetrakkMapping, activity.id)
    rows = orjson.loads(stored.categories) if stored else []
    said = {OfCategory(question, category): Meant(*meant) for question, category, *meant in rows}
    meant = {key: said.get(key, default(one)) for key, one in asked(session, activity).items()}
    return Chosen(meant, stored.municipality_number if stored else "")
