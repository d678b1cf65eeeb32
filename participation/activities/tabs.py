"""The parts of an activity, shown as tabs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import flask
from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from participation.accounts.permissions import Permission
from participation.activities.models import Activity
from participation.projects.models import Project


@dataclass(frozen=True)
class Tab:
    """`endpoint` takes the project's slug and the activity's identity; `within` are prefixes of endpoints that belong to it."""

    endpoint: str
    label: LazyString
    within: tuple[str, ...]
    permission: Permission


# To add a tab: one line here. One whose screens are not there is left out.
TABS = (
    Tab("overview.classes", _l("Classes"), ("overview.classes", "class_sessions."), Permission.PROJECT_SEE),
    Tab("overview.share.index", _l("Share and print"), ("overview.share.",), Permission.CLASS_EDIT),
    Tab("moderation.index", _l("Answers and map"), ("moderation.",), Permission.RESPONSE_SEE),
    Tab("feedback.planner.index", _l("Answering back"), ("feedback.",), Permission.RESPONSE_SEE),
    Tab("downloads.index", _l("Downloads"), ("downloads.",), Permission.RESPONSE_EXPORT),
)


def activity_tabs(project: Project, activity: Activity) -> list[dict[str, Any]]:
    """The tabs the reader may use, and which one this page is in."""
    known, here = flask.current_app.view_functions, flask.request.endpoint or ""
    return [
        {
            "url": flask.url_for(tab.endpoint, slug=project.slug, identity=activity.id),
            "label": tab.label,
            "current": here.startswith(tab.within),
        }
        for tab in TABS
        if tab.endpoint in known and current_user.may(tab.permission)
    ]
