"""Taking photos in and taking them away."""

from __future__ import annotations

import threading
from collections.abc import Collection

from flask_babel import gettext as _
from sqlalchemy import delete, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from participation.activities import queries as activities
from participation.activities.models import OPEN, PAUSED, Activity
from participation.clock import now
from participation.database import writing
from participation.errors import Refused
from participation.extensions import db
from participation.responses.kept_bodies import uuid_hash
from participation.responses.models import Erasure, Photo, Response
from participation.responses.placing import withdrawn
from participation.responses.preview_links import Tried
from surveys.errors import AnswerError
from surveys.photo import safe_photo

# Of one response, those that no answer names any more among them.
MOST = 40
# A photo of twelve megapixels takes most of a second of a processor, and 50 MB.
AT_ONCE = 2
WAIT_SECONDS = 0.9
_decoding = threading.BoundedSemaphore(AT_ONCE)


def take_in(response_uuid: str, name: str, activity_identity: str, data: bytes, tried: Tried | None = None) -> bool:
    """Keep the photo `name` for a response, which may come later; False when it was here before.

    `tried`: what it is given to as a test. Refused with 403, 404, 410, 422 or 503.
    """
    activity = activity_with_photos(db.session(), activity_identity, tried)
    if already(db.session(), response_uuid, name, activity):
        return False
    jpeg = encoded(data)
    try:
        with writing(db) as session:
            if session.get(Erasure, uuid_hash(response_uuid)) is not None:
                raise Refused(withdrawn(), 410)
            photo = Photo(name=name, response_uuid=response_uuid, activity_id=activity.id, jpeg=jpeg, received_at=now())
            session.add(photo)
    except IntegrityError:
        return not already(db.session(), response_uuid, name, activity)
    return True


def activity_with_photos(session: Session, identity: str, tried: Tried | None = None) -> Activity:
    """The activity, while answers to it are taken in and it asks for photos; as a test always."""
    activity = activities.activity_by_id(session, identity)
    is_test = activity is not None and tried is not None and tried.activity_id == activity.id
    newest = activities.newest_number(session, activity) if activity else None
    if activity is None or not (newest or is_test):
        raise Refused(_("There is no such activity. Load the page again."), 404)
    if activity.state not in (OPEN, PAUSED) and not is_test:
        raise Refused(_("This is closed. Talk to the one who invited you."), 410)
    numbers = [tried.number] if tried and is_test else range(1, (newest or 0) + 1)
    asked = (activities.questionnaire(session, activity.id, number) for number in numbers)
    if not any(one is not None and one.takes_photos for one in asked):
        raise Refused(_("Nothing here asks for photos. Load the page again."), 422)
    return activity


def already(session: Session, response_uuid: str, name: str, activity: Activity) -> bool:
    """True when the photo is here; refused when it is another's, or when this response can have no more."""
    found = session.scalar(select(Photo).where(Photo.name == name))
    if found is not None:
        if (found.response_uuid, found.activity_id) != (response_uuid, activity.id):
            raise Refused(_("This answer belongs to somebody else."), 403)
        return True
    if session.get(Erasure, uuid_hash(response_uuid)) is not None:
        raise Refused(withdrawn(), 410)
    response = session.scalar(select(Response).where(Response.uuid == response_uuid))
    if response is not None and response.complete:
        raise Refused(_("This answer has been handed in, so no photo can be added to it."), 409)
    count = session.scalar(select(func.count()).where(Photo.response_uuid == response_uuid))
    if (count or 0) >= MOST:
        raise Refused(_("There are %(most)s photos already. Remove some before you add more.", most=MOST), 422)
    return False


def encoded(data: bytes) -> bytes:
    """The photo made safe; refused with 422 for what is none, with 503 when others' take all there is room for."""
    # The request's read transaction would otherwise stay open as long as the work takes.
    db.session.rollback()
    if not _decoding.acquire(timeout=WAIT_SECONDS):
        message = _("The server has a lot to do right now. Nothing is lost. Try again in a few seconds.")
        raise Refused(message, 503)
    try:
        return safe_photo(data)
    except AnswerError as problem:
        raise Refused(problem.render(_), 422) from problem
    finally:
        _decoding.release()


def forget(session: Session, response_uuids: Collection[str]) -> None:
    """Delete every photo of these responses."""
    session.execute(delete(Photo).where(Photo.response_uuid.in_(response_uuids)))


def remove(session: Session, response_uuid: str, name: str) -> None:
    """Delete one photo of a response that is not handed in; none there is well, too."""
    complete = session.scalar(select(Response.complete).where(Response.uuid == response_uuid))
    if complete:
        raise Refused(_("This answer has been handed in, so it is no draft any more."), 409)
    session.execute(delete(Photo).where(Photo.response_uuid == response_uuid, Photo.name == name))
