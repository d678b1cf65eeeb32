"""The parts of an activity, shown as tabs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import flask
from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from participation import catalogues, languages
from participation.accounts.access import may
from participation.accounts.permissions import Permission
from participation.activities import queries
from participation.activities.models import Activity
from participation.activities.services import is_for_classes, is_open_to_residents
from participation.extensions import db
from participation.projects.models import Project


@dataclass(frozen=True)
class Tab:
    """`endpoint` takes the project's slug and the activity's identity; `within` are prefixes of endpoints that belong to it.

    `for_classes`: only activities that classes take part in have it; `for_residents`: only surveys.
    """

    endpoint: str
    label: LazyString
    within: tuple[str, ...]
    permission: Permission
    for_classes: bool = False
    for_residents: bool = False


# To add a tab: one line here. One whose screens are not there is left out.
TABS = (
    Tab("overview.classes", _l("Classes"), ("overview.classes", "class_sessions."), Permission.PROJECT_SEE, True),
    Tab(
        "overview.questionnaire.index",
        _l("Questionnaire"),
        ("overview.questionnaire.", "builder."),
        Permission.ACTIVITY_EDIT,
    ),
    Tab("overview.preview.index", _l("Preview"), ("overview.preview.",), Permission.ACTIVITY_EDIT),
    Tab("overview.share.index", _l("Share and print"), ("overview.share.",), Permission.CLASS_EDIT, True),
    Tab(
        "overview.ways.index",
        _l("Ways to answer"),
        ("overview.ways.", "overview.sheets.", "kiosks.", "responses.paper."),
        Permission.ACTIVITY_EDIT,
        for_residents=True,
    ),
    Tab("overview.follow.index", _l("Follow along"), ("overview.follow.",), Permission.PROJECT_SEE),
    Tab("moderation.index", _l("Answers and map"), ("moderation.",), Permission.RESPONSE_SEE),
    Tab("registrations.index", _l("From a file"), ("registrations.",), Permission.ACTIVITY_EDIT),
    Tab("invitations.index", _l("Invitations"), ("invitations.",), Permission.ACTIVITY_EDIT, for_residents=True),
    Tab("feedback.planner.index", _l("Answering back"), ("feedback.",), Permission.RESPONSE_SEE),
    Tab("downloads.index", _l("Downloads"), ("downloads.", "barnetrakk."), Permission.RESPONSE_EXPORT),
)


def activity_tabs(project: Project, activity: Activity) -> list[dict[str, Any]]:
    """The tabs the reader may use, and which one this page is in."""
    known, here = flask.current_app.view_functions, flask.request.endpoint or ""
    left_out = (not is_for_classes(activity), not is_open_to_residents(activity))
    return [
        {
            "url": flask.url_for(tab.endpoint, slug=project.slug, identity=activity.id),
            "label": tab.label,
            "current": here.startswith(tab.within),
        }
        for tab in TABS
        if tab.endpoint in known
        and may(tab.permission)
        and not (tab.for_classes and left_out[0])
        and not (tab.for_residents and left_out[1])
    ]


def read_otherwise(activity: Activity) -> str | None:
    """The name of the language that the questionnaire's texts are shown in where it is not in the reader's; else None."""
    number = queries.newest_number(db.session(), activity)
    asked = queries.questionnaire(db.session(), activity.id, number) if number else None
    if asked is None or languages.current() in asked.languages:
        return None
    return catalogues.name(asked.languages[0])


def activity_home(project: Project, activity: Activity) -> str:
    """Where the activity begins: its first tab the reader may use."""
    tabs = activity_tabs(project, activity)
    return str(tabs[0]["url"]) if tabs else flask.url_for("activities.index", slug=project.slug)
