"""Reading marks the way a planner looks at them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from participation.activities.models import Activity
from participation.class_sessions.models import ClassSession
from participation.moderation.described import Described, week_of
from participation.moderation.filters import Filters
from participation.projects import queries as projects
from participation.projects.models import Project, Zone
from participation.responses.models import KeptBody, Mark, Response

PART = 2000
NEAR_DEGREES = 0.00001
Wanted = Select[*tuple[Any, ...]]
COLUMNS = (
    Mark.id,
    Mark.question,
    Mark.category,
    Mark.geometry,
    Mark.answers,
    Mark.flags,
    Mark.hidden_at,
    Mark.reviewed_at,
    Response.hidden_at.label("response_hidden_at"),
    Response.questionnaire_version,
    Response.channel,
    Response.complete,
    Response.collected_at,
    Response.completed_at,
    Response.received_at,
    Response.is_test,
    ClassSession.school_name,
    ClassSession.class_name,
)
IS_DRAFT = Response.complete.is_(False) & Response.collected_at.is_(None)
IS_HIDDEN = Mark.hidden_at.is_not(None) | Response.hidden_at.is_not(None)
WAITS = (Mark.flags != "") & Mark.reviewed_at.is_(None) & ~IS_HIDDEN


def in_activity(wanted: Wanted, activity: Activity) -> Wanted:
    """Marks of the activity that no later response replaces."""
    return (
        wanted.join(Mark.response)
        .outerjoin(Response.class_session)
        .where(Response.activity_id == activity.id, Response.replaced_by_id.is_(None))
    )


def conditions(filters: Filters) -> list[ColumnElement[bool]]:
    """What of the filters the store can answer."""
    asked: list[ColumnElement[bool]] = []
    if filters.categories:
        asked.append(Mark.category.in_(filters.categories))
    if filters.schools:
        asked.append(ClassSession.school_name.in_(filters.schools))
    if filters.classes:
        asked.append(Response.class_session_id.in_(filters.classes))
    if filters.channels:
        asked.append(Response.channel.in_(filters.channels))
    if filters.flags:
        ways = {
            "waiting": WAITS,
            "worrying": Mark.flags.contains("worrying"),
            "personal": Mark.flags.contains("personal"),
            "abusive": Mark.flags.contains("abusive"),
        }
        asked += [ways[flag] for flag in filters.flags]
    if "hidden" not in filters.also:
        asked.append(~IS_HIDDEN)
    if "draft" not in filters.also:
        asked.append(~IS_DRAFT)
    if "test" not in filters.also:
        asked.append(Response.is_test.is_(False))
    return asked


def near(zones: Sequence[Zone], filters: Filters) -> list[ColumnElement[bool]]:
    """What the store can tell of the zones asked for: the zone of a mark is that of a place on it or in it."""
    chosen = [zone for zone in zones if zone.id in filters.zones]
    if not chosen:
        return []
    return [
        Mark.east >= min(zone.west for zone in chosen) - NEAR_DEGREES,
        Mark.west <= max(zone.east for zone in chosen) + NEAR_DEGREES,
        Mark.north >= min(zone.south for zone in chosen) - NEAR_DEGREES,
        Mark.south <= max(zone.north for zone in chosen) + NEAR_DEGREES,
    ]


def marks_page(
    session: Session, activity: Activity, filters: Filters, after: int = 0
) -> tuple[list[dict[str, Any]], int | None]:
    """Marks with an id above `after`, as the page reads them, and from where to go on (None at the end)."""
    zones = projects.zones(session, activity.project)
    wanted = in_activity(select(*COLUMNS), activity).where(Mark.id > after, *conditions(filters), *near(zones, filters))
    rows = session.execute(wanted.order_by(Mark.id).limit(PART)).all()
    found = Described(session, activity, zones).of(rows, filters)
    return found, rows[-1].id if len(rows) == PART else None


def ids(session: Session, activity: Activity, filters: Filters) -> list[int]:
    """Every mark that the filters let through, read at one go: page by page, all are found and sorted for each page."""
    zones = projects.zones(session, activity.project)
    described = Described(session, activity, zones)
    wanted = in_activity(select(*COLUMNS), activity).where(*conditions(filters), *near(zones, filters))
    wanted = wanted.order_by(Mark.id)
    with session.execute(wanted.execution_options(yield_per=PART)) as found:
        return [identity for rows in found.partitions() for identity in described.ids(rows, filters)]


def weeks(session: Session, activity: Activity) -> list[str]:
    """The weeks in which responses came, newest first."""
    wanted = select(Response.completed_at, Response.collected_at, Response.received_at)
    rows = session.execute(wanted.where(Response.activity_id == activity.id))
    return sorted({week_of(row) for row in rows}, reverse=True)


def channels(session: Session, activity: Activity) -> Sequence[str]:
    """The channels by which responses came."""
    wanted = select(Response.channel).where(Response.activity_id == activity.id).distinct()
    return session.scalars(wanted.order_by(Response.channel)).all()


def waiting(session: Session, project: Project) -> dict[int, tuple[int, int]]:
    """Activity id → flagged marks nobody has looked at: the worrying ones, and all."""
    worrying = func.count().filter(Mark.flags.contains("worrying"))
    wanted = (
        select(Response.activity_id, worrying.label("worrying"), func.count().label("all"))
        .select_from(Mark)
        .join(Mark.response)
        .join(Response.activity)
        .where(Activity.project_id == project.id, Response.replaced_by_id.is_(None), Response.is_test.is_(False), WAITS)
    )
    rows = session.execute(wanted.group_by(Response.activity_id))
    return {row.activity_id: (row.worrying, row.all) for row in rows}


def kept_bodies(session: Session, activity: Activity) -> Sequence[KeptBody]:
    """Versions that came too late to be used, newest first."""
    wanted = select(KeptBody).where(KeptBody.activity_id == activity.id)
    return session.scalars(wanted.order_by(KeptBody.received_at.desc(), KeptBody.id.desc()).limit(500)).all()


def count_kept_bodies(session: Session, activity: Activity) -> int:
    """How many there are."""
    return session.scalar(select(func.count()).select_from(KeptBody).where(KeptBody.activity_id == activity.id)) or 0
