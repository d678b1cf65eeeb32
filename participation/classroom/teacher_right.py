"""The teacher's right to a class: given by the link, kept in the cookie, checked in the call that loads the class."""

from __future__ import annotations

import contextlib
from datetime import timedelta

import flask
from flask_babel import gettext as _
from flask_login import current_user
from sqlalchemy.exc import OperationalError

from participation.accounts.permissions import Permission
from participation.audit.recording import apart_from_the_log, concerning
from participation.audit.services import TEACHER
from participation.class_sessions.models import ClassSession
from participation.clock import now
from participation.database import DatabaseBusy, writing
from participation.errors import Refused
from participation.extensions import db

COOKIE_KEY = "classes"
MOST_CLASSES = 20
BETWEEN_NOTES = timedelta(minutes=1)


def remember(class_session: ClassSession) -> None:
    """Let this browser into the class: id and generation go into the signed cookie."""
    known = dict(flask.session.get(COOKIE_KEY, {}))
    known.pop(str(class_session.id), None)
    known[str(class_session.id)] = class_session.teacher_generation
    flask.session[COOKIE_KEY] = dict(list(known.items())[-MOST_CLASSES:])
    flask.session.permanent = True


def forget(class_session_id: int) -> None:
    """Take the class out of this browser's cookie."""
    known = dict(flask.session.get(COOKIE_KEY, {}))
    known.pop(str(class_session_id), None)
    flask.session[COOKIE_KEY] = known


def teachers_class(class_session_id: int) -> ClassSession:
    """The class, for the browser that was let in or a planner; refused with 403 to all others, 410 when expired.

    A class that does not exist is refused as somebody else's is.
    """
    found = db.session.get(ClassSession, class_session_id)
    if found is not None:
        concerning(project_id=found.activity.project_id, activity_id=found.activity_id)
    if found is not None and may_edit(found):
        return found
    generation = flask.session.get(COOKIE_KEY, {}).get(str(class_session_id))
    if found is None or generation != found.teacher_generation:
        raise Refused(
            _("Open this class with the link you got from the planner. An older link may have been renewed."), 403
        )
    refuse_expired(found)
    note_use(found)
    concerning(actor=f"{TEACHER}{found.id}")
    return found


def may_edit(class_session: ClassSession) -> bool:
    """True for a signed-in planner of the class's project."""
    person = current_user
    return bool(person.is_authenticated and person.may(Permission.CLASS_EDIT, class_session.activity.project_id))


def is_expired(class_session: ClassSession) -> bool:
    """True when the time of the class's links is over."""
    ends = class_session.teacher_expires_at
    return ends is not None and now() >= ends


def refuse_expired(class_session: ClassSession) -> None:
    """Refuse with 410 when the link no longer opens the class."""
    if is_expired(class_session):
        raise Refused(expired(class_session), 410)


def expired(class_session: ClassSession) -> str:
    """That the link is over, and whom to ask for a new one."""
    name = f"{class_session.class_name}, {class_session.school_name}"
    told = _("The link to %(name)s has expired. Ask the planner for a new one.", name=name)
    contact = class_session.activity.project.contact
    return f"{told} {contact}" if contact else told


def note_use(class_session: ClassSession) -> None:
    """Tell the planner when the link was last used, to the minute; a busy store is no reason to stop a lesson."""
    last = class_session.teacher_last_used_at
    if last is not None and now() - last < BETWEEN_NOTES:
        return
    with contextlib.suppress(DatabaseBusy, OperationalError), apart_from_the_log(), writing(db) as session:
        session.get_one(ClassSession, class_session.id).teacher_last_used_at = now()
