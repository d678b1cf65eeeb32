"""What a teacher may change: opening, pausing, ending, hiding a mark, pausing a nickname. Deleting is the planner's."""

from __future__ import annotations

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from participation.activities import services as activities
from participation.activities.models import CLOSED as ACTIVITY_CLOSED
from participation.activities.models import Activity
from participation.class_sessions import services as class_services
from participation.class_sessions.models import CLOSED, OPEN, PAUSED, ClassSession
from participation.class_sessions.queries import classes_at_work
from participation.clock import now
from participation.errors import Refused
from participation.export_jobs.services import outdate
from participation.responses import services as responses
from participation.responses.models import Mark

TEACHER = "teacher"


def open_room(session: Session, class_session: ClassSession) -> None:
    """Let the class begin, or go on after it was ended by mistake; not in an activity the planner has closed."""
    if class_session.activity.status == ACTIVITY_CLOSED:
        raise Refused(_("The planner has closed this activity. Ask the planner to open it again."), 409)
    class_services.open_class(session, class_session)


def pause(class_session: ClassSession) -> None:
    """Ask an open class to look up."""
    refuse_unless(class_session, OPEN, PAUSED)
    class_services.pause_class(class_session)


def go_on(class_session: ClassSession) -> None:
    """Let a paused class draw again."""
    refuse_unless(class_session, OPEN, PAUSED)
    class_session.status = OPEN


def five_minutes_left(class_session: ClassSession) -> None:
    """Tell the pupils that five minutes remain."""
    refuse_unless(class_session, OPEN, PAUSED)
    class_services.tell_five_minutes_left(class_session)


def end(session: Session, class_session: ClassSession) -> int:
    """End the class and take unsent drafts in as incomplete; how many there were. Ending twice changes nothing."""
    if class_session.status == CLOSED:
        return 0
    refuse_unless(class_session, OPEN, PAUSED)
    collected = responses.collect_drafts(session, class_session)
    class_services.close_class(class_session)
    return collected


def close_activity(session: Session, activity: Activity) -> tuple[int, int]:
    """Close the activity and end every class at work in it; how many classes, and how many unsent drafts taken in."""
    at_work = classes_at_work(session, activity)
    drafts = sum(end(session, class_session) for class_session in at_work)
    activities.close_activity(activity)
    return len(at_work), drafts


def refuse_unless(class_session: ClassSession, *statuses: str) -> None:
    """Refuse with 409 what only makes sense while the class works."""
    if class_session.status not in statuses:
        raise Refused(_("The class is not open. Open it first."), 409)


def hide_mark(session: Session, mark: Mark) -> None:
    """Keep a mark out of the projector, results and downloads until somebody restores it."""
    if mark.hidden_at is None:
        mark.hidden_at, mark.hidden_by = now(), TEACHER
        outdate(session, [mark.response.activity_id])


def restore_mark(_session: Session, mark: Mark) -> None:
    """Show a mark again; what a planner has hidden stays hidden."""
    if mark.hidden_at is not None and mark.hidden_by != TEACHER:
        raise Refused(_("The planner has hidden this mark. Talk to the planner."), 409)
    mark.hidden_at, mark.hidden_by = None, ""
