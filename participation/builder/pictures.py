"""Pictures of what is built: kept with the draft, and shown from there or from what is published."""

from __future__ import annotations

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.activities import drafts, pictures, queries
from participation.activities.models import Activity, DraftPicture
from participation.errors import Refused

MOST = 200


def keep(session: Session, activity: Activity, name: str, data: bytes) -> None:
    """`data`: encoded anew. Refused where there is no draft that it could belong to, or too many are there."""
    draft = drafts.locked_draft(session, activity)
    if draft is None:
        raise Refused(_("The draft is gone: somebody has published it or put it away."), 409)
    there = next((one for one in draft.pictures if one.name == name), None)
    if there is not None:
        there.data = data
    elif len(draft.pictures) < MOST:
        draft.pictures.append(DraftPicture(name=name, data=data))
    else:
        raise Refused(_("There are %(most)s pictures already. Remove one that is not needed.", most=MOST), 409)


def found(session: Session, activity: Activity, name: str) -> bytes | None:
    """The draft's picture of this name, else the published one."""
    wanted = select(DraftPicture.data).where(DraftPicture.activity_id == activity.id, DraftPicture.name == name)
    own: bytes | None = session.scalar(wanted)
    number = queries.newest_number(session, activity)
    return own or (pictures.picture(session, activity.id, number, name) if number else None)
