"""What is open, who has answered, what waits: facts gathered from every feature below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from participation.activities import queries as activities
from participation.activities.models import OPEN, Activity
from participation.activities.services import is_for_classes
from participation.class_sessions import queries as class_sessions
from participation.class_sessions.models import ClassSession, Pupil
from participation.clock import local, now
from participation.feedback.models import Heard
from participation.moderation import waiting_for
from participation.projects.models import Project
from participation.responses.models import RECEIVED, Mark, Response
from participation.responses.queries import counting, of_class, standing


@dataclass(frozen=True)
class ClassRow:
    """A class and how many of its pupils joined, draw and have sent (or were collected)."""

    class_session: ClassSession
    joined: int
    drawing: int
    sent: int

    @property
    def is_empty(self) -> bool:
        """True when nobody has joined and nothing has come."""
        return not (self.joined or self.drawing or self.sent)


def class_rows(session: Session, activity: Activity) -> list[ClassRow]:
    """The activity's classes by school, year and name."""
    in_activity = ClassSession.activity_id == activity.id
    joined = dict(
        session.execute(
            select(Pupil.class_session_id, func.count())
            .join(ClassSession, ClassSession.id == Pupil.class_session_id)
            .where(in_activity, Pupil.joined_at.is_not(None))
            .group_by(Pupil.class_session_id)
        ).all()
    )
    done = Response.complete.is_(True) | Response.collected_at.is_not(None)
    counted = select(
        Response.class_session_id, func.count().filter(done).label("sent"), func.count().filter(~done).label("drawing")
    )
    came = {
        row.class_session_id: row
        for row in session.execute(
            counted.where(Response.activity_id == activity.id, *standing()).group_by(Response.class_session_id)
        )
    }
    return [
        ClassRow(
            found,
            joined.get(found.id, 0),
            came[found.id].drawing if found.id in came else 0,
            came[found.id].sent if found.id in came else 0,
        )
        for found in class_sessions.classes(session, activity)
    ]


def is_empty(session: Session, class_session: ClassSession) -> bool:
    """True when nobody has joined the class and nothing has come from it."""
    joined = select(Pupil.id).where(Pupil.class_session_id == class_session.id, Pupil.joined_at.is_not(None))
    came = select(Response.id).where(of_class(class_session))
    return session.scalar(joined.limit(1)) is None and session.scalar(came.limit(1)) is None


def open_classes(session: Session, project: Project) -> Sequence[ClassSession]:
    """The classes at work in the project now."""
    wanted = (
        select(ClassSession)
        .join(ClassSession.activity)
        .where(Activity.project_id == project.id, class_sessions.at_work())
    )
    return session.scalars(wanted.order_by(ClassSession.school_name, ClassSession.class_name, ClassSession.id)).all()


def open_surveys(session: Session, project: Project) -> list[Activity]:
    """The open activities that no classes take part in."""
    every = activities.activities(session, project)
    return [found for found in every if found.state == OPEN and not is_for_classes(found)]


def counts(session: Session, project: Project) -> dict[int, dict[str, int]]:
    """Activity id → channel → responses that count, the most first."""
    wanted = select(Response.activity_id, Response.channel, func.count()).join(Response.activity)
    order = (func.count().desc(), Response.channel)
    grouped = wanted.where(Activity.project_id == project.id, *counting()).group_by(
        Response.activity_id, Response.channel
    )
    found: dict[int, dict[str, int]] = {}
    for activity_id, channel, count in session.execute(grouped.order_by(*order)):
        found.setdefault(activity_id, {})[channel] = count
    return found


def mark_places(session: Session, among: ColumnElement[bool]) -> Sequence[tuple[str, int]]:
    """GeoJSON text and response id of every mark that counts, `among` those of a project or an activity."""
    wanted = (
        select(Mark.geometry, Mark.response_id)
        .join(Mark.response)
        .join(Response.activity)
        .where(among, Mark.hidden_at.is_(None), *counting())
        .order_by(Mark.id)
    )
    return [(row.geometry, row.response_id) for row in session.execute(wanted)]


def unanswered_promises(session: Session, project: Project) -> list[Activity]:
    """Activities with a promised day and nothing told yet, the most urgent first."""
    told = set(session.scalars(select(Heard.activity_id).distinct()))
    promised = [found for found in activities.activities(session, project) if found.answer_by and found.id not in told]
    return sorted(promised, key=lambda found: (found.answer_by, found.id))


@dataclass(frozen=True)
class Waiting:
    """Something for a person to look at: how much of it, where, and whether it is urgent."""

    activity: Activity
    worrying: int
    flagged: int
    unread: int


def waiting(session: Session, project: Project) -> list[Waiting]:
    """What waits in each activity, the worrying first; activities where nothing waits are left out."""
    flagged = waiting_for.waiting(session, project)
    every = activities.activities(session, project)
    # Of this project: without that, the responses of all others are read too.
    its = Response.activity_id.in_([one.id for one in every])
    wanted = select(Response.activity_id, func.count()).where(its, Response.status == RECEIVED, *counting())
    unread: dict[int, int] = dict(session.execute(wanted.group_by(Response.activity_id)).all())
    found = [Waiting(one, *flagged.get(one.id, (0, 0)), unread.get(one.id, 0)) for one in every]
    return sorted(
        (one for one in found if one.flagged or one.unread),
        key=lambda one: (-one.worrying, -one.flagged, one.activity.id),
    )


@dataclass(frozen=True)
class Day:
    """A date on the project's timeline."""

    on: date
    what: str


def timeline(session: Session, project: Project) -> list[Day]:
    """What is next, from today on."""
    today = local(now()).date()
    days = [Day(found.answer_by, _("We answer: %(title)s", title=found.title))
            for found in activities.activities(session, project) if found.answer_by]  # fmt: skip
    if project.opt_out_by:
        days.append(Day(project.opt_out_by, _("Last day for guardians to opt out")))
    if project.delete_by:
        days.append(Day(project.delete_by, _("The answers are deleted")))
    return sorted((day for day in days if day.on >= today), key=lambda day: (day.on, day.what))
