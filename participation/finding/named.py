"""Activities by their title, zones and schools by their name or code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import flask
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from participation.accounts.access import may
from participation.accounts.permissions import Permission
from participation.activities.kinds import KINDS
from participation.activities.models import Activity
from participation.activities.services import is_for_classes
from participation.activities.tabs import activity_home
from participation.finding.asked import ACTIVITY, PLACE
from participation.finding.found import Found, Group, Way
from participation.projects import queries as projects
from participation.projects.models import Project
from participation.sought import holds

# Of a place: those of the newest activities. A search within one activity leads to its own.
MOST_WAYS = 2


def activities(project: Project, among: Sequence[Activity], wanted: str, most: int) -> Group:
    """Each leads to its first tab that the reader may use."""
    found = [one for one in among if any(holds(text, wanted) for text in (one.title, _kind(one)))]
    shown = [Found(one.title, activity_home(project, one), [_kind(one)]) for one in found[:most]]
    return Group(ACTIVITY, _("Activities"), shown, len(found))


def places(session: Session, project: Project, among: Sequence[Activity], wanted: str, most: int) -> Group:
    """Each leads to where zones and schools are, and to the marks in it."""
    of_classes = [one for one in among if is_for_classes(one)]
    found = [
        (zone.name, "zones", [zone.kind, zone.code], {"zone": zone.id}, among)
        for zone in projects.zone_names(session, project)
        if holds(f"{zone.name}\n{zone.code}", wanted)
    ] + [
        (school.name, "schools", [_("School")], {"school": school.name}, of_classes)
        for school in projects.schools(session, project)
        if holds(school.name, wanted)
    ]
    all_of_them = flask.url_for("projects.zones", slug=project.slug)
    shown = [
        Found(name, f"{all_of_them}#{part}-heading", about, ways=_marks_in(project, asking, where))
        for name, part, about, where, asking in found[:most]
    ]
    return Group(PLACE, _("Zones and schools"), shown, len(found))


def _kind(activity: Activity) -> str:
    return str(KINDS[activity.kind].label) if activity.kind in KINDS else activity.kind


def _marks_in(project: Project, newest_first: Sequence[Activity], where: dict[str, Any]) -> list[Way]:
    if not may(Permission.RESPONSE_SEE):
        return []
    return [
        Way(
            flask.url_for("moderation.index", slug=project.slug, identity=one.id, **where),
            _("Marks in %(activity)s", activity=one.title),
        )
        for one in newest_first[:MOST_WAYS]
    ]
