"""What makes tables of an activity's marks, kept from page to page: to make it anew costs as much as a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from exports.formats import FORMATS
from participation.activities.models import Activity, QuestionnaireVersion
from participation.downloads.background import background
from participation.downloads.mark_table import MarkTable
from participation.downloads.request import Request
from participation.downloads.selection import Selection
from participation.downloads.tables import Tables
from participation.kept import kept
from participation.languages import current
from participation.moderation.kinds import MARK
from participation.moderation.translating import of_activity
from participation.projects.models import Zone
from participation.unchanged import until_changed


def mark_table(session: Session, activity: Activity) -> MarkTable:
    """In the reader's language."""
    request = Request(activity, FORMATS["geojson"], Selection(activity.id), language=current())
    state = until_changed(("state of marks", activity.id), lambda: _state(session, activity))
    key = (activity.id, activity.title, activity.project.crs, request.language, *state)
    return kept("tables of marks", key, lambda: Tables(session, request).mark_table())


def _state(session: Session, activity: Activity) -> Sequence[Any]:
    """Another whenever something has changed that is said of marks, and that is not read with each of them."""
    versions = select(func.count()).where(QuestionnaireVersion.activity_id == activity.id)
    zone = (Zone.id, Zone.code, Zone.name, func.length(Zone.geometry), Zone.west, Zone.south, Zone.east, Zone.north)
    zones = session.execute(select(*zone).where(Zone.project_id == activity.project_id).order_by(Zone.id))
    return (
        session.scalar(versions),
        tuple(map(tuple, zones)),
        repr(background(session, activity.id)),
        repr(of_activity(session, MARK, activity.id)),
    )
