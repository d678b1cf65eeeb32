"""Changes to classes: adding, opening, pausing, closing, renewing a teacher's link."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from flask_babel import gettext as _
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from participation.activities import services as activities
from participation.activities.models import OPEN as ACTIVITY_OPEN
from participation.activities.models import Activity
from participation.class_sessions import codes
from participation.class_sessions.joining import LATE_FOR, MOST_PUPILS, add_slips
from participation.class_sessions.models import CLOSED, OPEN, PAUSED, ClassSession, Pupil
from participation.clock import now
from participation.errors import Refused
from participation.projects.models import School

YEARS = range(1, 14)
TEACHER_LINK_FOR = timedelta(days=90)


def add_class(
    session: Session,
    activity: Activity,
    *,
    school_name: str,
    year: int,
    class_name: str,
    language: str = "nb",
    pupils: int = 28,
    teacher_email: str = "",
    held_on: date | None = None,
) -> ClassSession:
    """A new class with its codes, and a place on a slip for each expected pupil."""
    if year not in YEARS:
        raise Refused(_("The year must be a number from 1 to 13, not “%(year)s”.", year=year))
    if not 1 <= pupils <= MOST_PUPILS:
        raise Refused(_("The number of pupils must be from 1 to 200, not “%(pupils)s”.", pupils=pupils))
    school = session.scalar(
        select(School).where(
            School.project_id == activity.project_id, func.lower(School.name) == school_name.strip().lower()
        )
    )
    class_session = ClassSession(
        activity_id=activity.id,
        school_id=school.id if school else None,
        school_name=school.name if school else school_name.strip()[:200],
        year=year,
        class_name=class_name.strip()[:40],
        language=language,
        pupils_expected=pupils,
        teacher_email=teacher_email.strip()[:254],
        code=_unused_code(session),
        held_on=held_on,
        created_at=now(),
        teacher_expires_at=link_until(held_on),
    )
    session.add(class_session)
    session.flush()
    add_slips(session, class_session, pupils)
    return class_session


def link_until(held_on: date | None = None) -> datetime:
    """When a teacher's link ends: well after the lesson, which may be far ahead."""
    lesson = datetime(held_on.year, held_on.month, held_on.day, tzinfo=UTC) if held_on else now()
    return max(now(), lesson) + TEACHER_LINK_FOR


def _unused_code(session: Session) -> str:
    while True:
        code = codes.new_code(codes.CLASS_CODE_LENGTH)
        if session.scalar(select(ClassSession.id).where(ClassSession.code == code)) is None:
            return code


def open_class(session: Session, class_session: ClassSession) -> None:
    """Let the class begin. A real project's privacy fields must be filled first."""
    project = class_session.activity.project
    if project.missing_privacy_fields and not project.is_demo:
        raise Refused(
            _("The class cannot open before the project's privacy fields are filled in. Ask the planner."), 409
        )
    if class_session.activity.status != ACTIVITY_OPEN:
        activities.open_activity(session, class_session.activity)
    class_session.status = OPEN
    class_session.opened_at = class_session.opened_at or now()
    class_session.closed_at = class_session.five_minutes_at = None
    class_session.teacher_expires_at = link_until(class_session.held_on)
    class_session.held_on = class_session.held_on or now().date()


def pause_class(class_session: ClassSession) -> None:
    """Ask the pupils to look up; what they have is still saved."""
    class_session.status = PAUSED


def tell_five_minutes_left(class_session: ClassSession) -> None:
    """Tell the pupils that five minutes remain."""
    class_session.five_minutes_at = now()


def close_class(class_session: ClassSession) -> None:
    """End the class; its links end with the time for handing in late."""
    class_session.status = CLOSED
    class_session.closed_at = now()
    class_session.teacher_expires_at = now() + LATE_FOR


def delete_class(session: Session, class_session: ClassSession) -> None:
    """Remove a class and its slips; the caller has seen that nothing was handed in."""
    session.execute(delete(Pupil).where(Pupil.class_session_id == class_session.id))
    session.execute(delete(ClassSession).where(ClassSession.id == class_session.id))


def renew_teacher_link(class_session: ClassSession) -> None:
    """Make the old link worthless, and the projector's address that it showed; the new one lasts a while."""
    class_session.teacher_generation += 1
    class_session.projector_generation += 1
    class_session.teacher_last_used_at = None
    ended = class_session.status == CLOSED
    class_session.teacher_expires_at = now() + LATE_FOR if ended else link_until(class_session.held_on)
