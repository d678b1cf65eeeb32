"""Where a response belongs: its activity, class and pupil; refused with 403 or 410."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from participation.activities.models import OPEN, PAUSED, state_at
from participation.class_sessions import joining
from participation.class_sessions.models import CLOSED
from participation.class_sessions.models import PLANNED as CLASS_PLANNED
from participation.clock import now
from participation.errors import Refused
from participation.responses.body import Body
from participation.responses.home import Position
from participation.responses.lookup import Found, holds_ticket
from participation.responses.ways import PAPER, Way, way_of


@dataclass(frozen=True, slots=True)
class Place:
    """Where a response belongs. `pupil` is the id, and the class and number its code is made of; `late`: it had closed."""

    activity_id: int
    kind: str
    area: str | None
    class_id: int | None
    school: Position | None
    pupil: tuple[int, int, int] | None
    late: bool
    way: Way


def find_place(body: Body, found: Found) -> Place:
    """The class and pupil the body names; refused with 403 or 410."""
    content = body.content
    in_class = belongs_to_class(content, found)
    pupil = None
    if content.get("pupil") is not None:
        if not in_class or not holds_ticket(found, content["pupil"]) or found.pupil_class_id != found.class_id:
            raise Refused(_("This device's ticket does not belong to this class. Type your own code again."), 403)
        if found.paused_at is not None:
            raise Refused(_("Your teacher has paused you. Talk to your teacher."), 403)
        pupil = (found.pupil_id, found.pupil_class_id, found.pupil_number)
    if stands_elsewhere(found, pupil[0] if pupil else None):
        raise Refused(_("This answer belongs to somebody else."), 403)
    if found.erased:
        raise Refused(withdrawn(), 410)
    state = state_at(now(), found.status, found.opens_at, found.closes_at)
    closed = state not in (OPEN, PAUSED) or (in_class and found.class_status in (CLOSED, CLASS_PLANNED))
    late = in_class and pupil is not None
    way = way_of(body, found)
    if mixes_tests(content, found, way):
        raise Refused(_("This answer belongs to somebody else."), 403)
    # Papers come in by post after the survey has closed.
    if (
        closed
        and way.channel != PAPER
        and not way.is_test
        and not (late and joining.late_is_open(found.joined_at, found.class_closed_at, found.closed_at))
    ):
        raise Refused(_("This is closed. Talk to the one who invited you."), 410)
    return Place(
        activity_id=found.activity_id,
        kind=found.kind,
        area=found.area,
        class_id=found.class_id if in_class else None,
        school=school_of(found) if in_class else None,
        pupil=pupil,
        late=closed and not way.is_test,
        way=way,
    )


def stands_elsewhere(found: Found, pupil_id: int | None) -> bool:
    """True when what is stored under this UUID belongs to another activity, or to a pupil who is not the sender."""
    if found.stored_activity_id not in (None, found.activity_id):
        return True
    return found.stored_pupil_id is not None and found.stored_pupil_id != pupil_id


def mixes_tests(content: dict[str, Any], found: Found, way: Way) -> bool:
    """True when a test would take the place of an answer, or an answer that of a test."""
    if found.stored_is_test not in (None, way.is_test):
        return True
    return way.is_test and content.get("replaces") is not None


def withdrawn() -> str:
    """What the device is told of a response that was erased."""
    return _("This answer was withdrawn and cannot be sent again.")


def belongs_to_class(content: dict[str, Any], found: Found) -> bool:
    """True when the body's code is that of a class; 403 when it is wrong, or missing in an activity that has classes."""
    if content.get("class_code") is None and not found.has_classes:
        return False
    if found.class_id is None or found.class_activity_id != found.activity_id:
        raise Refused(_("The class code is wrong. Look at the board and type it again."), 403)
    return True


def school_of(found: Found) -> Position | None:
    """Where the class's school is, when it is known."""
    return None if found.longitude is None else (found.longitude, found.latitude)
