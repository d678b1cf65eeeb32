"""Codes to go on with an unfinished answer: the store keeps their hash, and only until the answer is sent."""

from __future__ import annotations

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.class_sessions import codes
from participation.errors import Refused
from participation.responses.models import Response

LENGTH = 8


def give(session: Session, uuid: str) -> str:
    """A new code for the draft with this UUID; one given before stops working.

    Refused with 404 when nothing is stored, 403 when it is a pupil's, who has a code already, 409 when it was sent.
    """
    found = session.scalar(select(Response).where(Response.uuid == uuid))
    if found is None:
        raise Refused(_("Nothing is saved here yet. Answer a question first, and ask again."), 404)
    if found.pupil_id is not None:
        raise Refused(_("This answer belongs to somebody else."), 403)
    if found.complete:
        raise Refused(_("This answer is sent. Use the code you got then to see it."), 409)
    code = codes.new_code(LENGTH)
    found.resume_hash = codes.hashed(code)
    return code


def draft_behind(session: Session, activity_id: int, code: str) -> Response | None:
    """The activity's draft with this code, as typed."""
    wanted = select(Response).where(
        Response.resume_hash == codes.hashed(code[:40]),
        Response.activity_id == activity_id,
        Response.complete.is_(False),
    )
    return session.scalar(wanted.order_by(Response.id.desc()).limit(1))
