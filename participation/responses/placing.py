"""Where a response belongs: its activity, class and pupil; refused with 403 or 410."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from participation.activities.models import OPEN, Activity
from participation.class_sessions import queries as class_sessions
from participation.class_sessions import services as class_services
from participation.class_sessions.models import CLOSED, ClassSession, Pupil
from participation.class_sessions.models import PLANNED as CLASS_PLANNED
from participation.errors import Refused
from participation.responses import kept_bodies
from participation.responses.body import Body
from participation.responses.models import Erasure


@dataclass(slots=True)
class Place:
    """Where a response belongs. `late` when its class had closed."""

    activity: Activity
    class_session: ClassSession | None
    pupil: Pupil | None
    late: bool


def find_place(session: Session, body: Body, activity: Activity) -> Place:
    """The class and pupil the body names; refused with 403 or 410."""
    content = body.content
    class_session = find_class(session, content, activity)
    pupil = None
    if content.get("pupil") is not None:
        pupil = class_sessions.pupil_by_token(session, content["pupil"])
        if pupil is None or class_session is None or pupil.class_session_id != class_session.id:
            raise Refused(_("This device's ticket does not belong to this class. Type your own code again."), 403)
        if pupil.paused_at is not None:
            raise Refused(_("Your teacher has paused you. Talk to your teacher."), 403)
    if session.get(Erasure, kept_bodies.uuid_hash(body.uuid)):
        raise Refused(_("This answer was withdrawn and cannot be sent again."), 410)
    closed = activity.status != OPEN or (class_session is not None and class_session.status in (CLOSED, CLASS_PLANNED))
    if closed and not (class_session and class_services.may_hand_in_late(class_session, pupil)):
        raise Refused(_("This is closed. Talk to the one who invited you."), 410)
    return Place(activity, class_session, pupil, late=closed)


def find_class(session: Session, content: dict[str, Any], activity: Activity) -> ClassSession | None:
    """The class of the body's code; 403 when it is wrong, or missing in an activity that has classes."""
    code = content.get("class_code")
    if code is None and not class_sessions.has_classes(session, activity):
        return None
    found = class_sessions.class_by_code(session, code) if isinstance(code, str) else None
    if found is None or found.activity_id != activity.id:
        raise Refused(_("The class code is wrong. Look at the board and type it again."), 403)
    return found
