"""Changes to activities: adding, opening, closing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from participation.activities import queries
from participation.activities.kinds import EMPTY, KINDS, OPEN_LINK, OWN_WORKBOOK
from participation.activities.models import CLOSED, OPEN, PAUSED, Activity
from participation.activities.publishing import publish
from participation.clock import now
from participation.errors import Refused
from participation.languages import moment
from participation.projects.models import Project
from surveys.templates import template, template_pictures


def add_activity(
    session: Session,
    project: Project,
    kind: str,
    title: str,
    template_name: str | None = None,
    document: dict[str, object] | None = None,
    shown: Mapping[str, bytes] | None = None,
) -> Activity:
    """A new activity with version 1 of its questionnaire: `document`, else the template named, else the kind's.

    With OWN_WORKBOOK or EMPTY for a template there is none yet.

    `shown`: the pictures that it names, encoded anew already.
    """
    if kind not in KINDS:
        raise Refused(
            _(
                "There is no kind of activity called “%(kind)s”. Choose one of: %(kinds)s.",
                kind=kind,
                kinds=", ".join(KINDS),
            )
        )
    if not title.strip():
        raise Refused(_("Give the activity a title."))
    activity = Activity(project_id=project.id, kind=kind, title=title.strip()[:200], created_at=now(), promise="")
    session.add(activity)
    session.flush()
    name = template_name or KINDS[kind].template
    if document or (name and name not in (OWN_WORKBOOK, EMPTY)):
        publish(session, activity, document or template(str(name)), shown if document else template_pictures(str(name)))
    return activity


def is_for_classes(activity: Activity) -> bool:
    """True when answers come from classes, each with a code of its own."""
    return activity.kind in KINDS and KINDS[activity.kind].in_class


def is_open_to_residents(activity: Activity) -> bool:
    """True when it is a survey that people answer by themselves, by an open or a personal link."""
    return activity.kind in KINDS and KINDS[activity.kind].channel == OPEN_LINK


def open_activity(session: Session, activity: Activity) -> None:
    """Let answers in, from its opening time on where it has one; refused before a questionnaire is published.

    A closing time that has passed is forgotten.
    """
    if queries.newest_version(session, activity) is None:
        raise Refused(_("The activity has no questionnaire yet. Publish one before you open it."))
    if activity.closes_at is not None and activity.closes_at <= now():
        activity.closes_at = None
    activity.status = OPEN
    activity.opened_at = activity.opened_at or activity.opens_at or now()
    activity.closed_at = None


def pause_activity(activity: Activity) -> None:
    """Let nobody begin for a while; those who have begun may go on and hand in."""
    activity.status = PAUSED


def close_activity(activity: Activity) -> None:
    """Let no more answers in; the caller has ended its classes (see classroom), whose pupils may hand in for 14 days."""
    activity.status = CLOSED
    activity.closed_at = now()


def promise(activity: Activity, answer_by: date | None, text: str) -> None:
    """What those who answer are promised: a day, or words."""
    activity.answer_by = answer_by
    activity.promise = text.strip()[:500]


def set_times(activity: Activity, opens_at: datetime | None, closes_at: datetime | None) -> None:
    """When it opens and closes by itself; None = when somebody presses."""
    if opens_at is not None and closes_at is not None and closes_at <= opens_at:
        raise Refused(_("It closes before it opens. Choose a closing time after %(opens)s.", opens=moment(opens_at)))
    activity.opens_at, activity.closes_at = opens_at, closes_at


def take_leave(activity: Activity, farewell: str, results_at: str) -> None:
    """What whoever comes too late reads, and where the results will be."""
    activity.farewell, activity.results_at = farewell.strip()[:2000], results_at.strip()[:500]


def rename(activity: Activity, title: str) -> None:
    """Another title."""
    if not title.strip():
        raise Refused(_("Give the activity a title."))
    activity.title = title.strip()[:200]
