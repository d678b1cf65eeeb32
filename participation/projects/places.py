"""Where a project's navigation leads: each feature adds its own place, in the order they are shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import flask
from flask.sansio.blueprints import BlueprintSetupState
from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from participation.accounts.access import may
from participation.accounts.permissions import Permission
from participation.projects.files.report import grouped
from participation.projects.models import Project


@dataclass(frozen=True)
class Place:
    """A line of the navigation: `endpoint` takes the project's slug; `within` are prefixes of endpoints that belong to it."""

    endpoint: str
    label: LazyString
    within: tuple[str, ...]
    permission: Permission = Permission.PROJECT_SEE


OF_AN_ACTIVITY = (
    "activities.",
    "class_sessions.",
    "invitations.",
    "kiosks.",
    "overview.class",
    "overview.share",
    "overview.follow",
    "overview.ways",
    "overview.sheets",
    "overview.questionnaire",
    "overview.preview",
    "builder.",
    "barnetrakk.",
    "responses.paper.",
    "registrations.",
    "feedback.",
    "downloads.",
)
OF_ANSWERS = ("moderation.waiting", "moderation.index", "moderation.all_photos", "moderation.unused")
# To add a place: one line here. One whose screens are not there is left out.
PLACES = (
    Place("overview.show", _l("Overview"), ("overview.show",)),
    Place("finding.index", _l("Find"), ("finding.",)),
    Place("activities.index", _l("Activities"), OF_AN_ACTIVITY),
    Place("moderation.waiting", _l("Answers and map"), OF_ANSWERS, Permission.RESPONSE_SEE),
    Place("moderation.queue", _l("Moderation"), ("moderation.queue",), Permission.RESPONSE_SEE),
    Place("projects.zones", _l("Zones and schools"), ("projects.zones", "projects.population", "projects.schools"), Permission.PROJECT_SEE),
    Place("map_layers.index", _l("Map layers"), ("map_layers.",)),
    Place("basemaps.prepare", _l("Make the map ready"), ("basemaps.",), Permission.PROJECT_EDIT),
    Place("tokens.index", _l("QGIS and other programs"), ("tokens.",), Permission.RESPONSE_EXPORT),
    Place("members.people.index", _l("People in the project"), ("members.",), Permission.MEMBER_EDIT),
    Place("log.of_project", _l("Log"), ("log.",), Permission.LOG_SEE),
    Place("project_page.planner.index", _l("Project page"), ("project_page.",), Permission.PROJECT_EDIT),
    Place("projects.settings", _l("Settings"), ("projects.settings", "projects.area", "documents."), Permission.PROJECT_EDIT),
)  # fmt: skip


def project_places(project: Project) -> list[dict[str, Any]]:
    """The places the reader may go to, and which one this page is in."""
    known = flask.current_app.view_functions
    here = flask.request.endpoint or ""
    return [
        {
            "url": flask.url_for(place.endpoint, slug=project.slug),
            "label": place.label,
            "current": here.startswith(place.within),
        }
        for place in PLACES
        if place.endpoint in known and may(place.permission)
    ]


def register(state: BlueprintSetupState) -> None:
    """Give templates `project_places`, and a filter for problems by row."""
    state.app.jinja_env.globals["project_places"] = project_places
    state.app.jinja_env.filters["grouped"] = grouped
