"""What the marks page carries: its filters, the map, the categories."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import flask
from flask_babel import gettext as _
from flask_wtf.csrf import generate_csrf
from sqlalchemy.orm import Session

from participation import languages
from participation.accounts.access import may
from participation.accounts.permissions import Permission
from participation.activities import channels
from participation.activities import queries as activities
from participation.activities.models import Activity
from participation.basemaps.sources import map_sources
from participation.class_sessions import queries as class_sessions
from participation.map_layers.queries import overlays_of
from participation.moderation import photos, queries, wording
from participation.moderation.filters import Filters, flag_names
from participation.projects import extent
from participation.projects import queries as projects

Choices = list[tuple[str, str]]


def content(session: Session, activity: Activity, filters: Filters) -> dict[str, Any]:
    """The template's variables."""
    version = activities.newest_version(session, activity)
    questionnaire = activities.questionnaire(session, activity.id, version.number) if version else None
    categories = wording.categories(questionnaire)
    choices = filter_choices(session, activity, categories, wording.seasons(questionnaire))
    waiting = queries.waiting(session, activity.project).get(activity.id, (0, 0))
    return {
        "project": activity.project,
        "activity": activity,
        "filters": filters,
        "choices": choices,
        "labels": filter_labels(),
        "chosen_pairs": set(filters.as_arguments()),
        "chips": chips(activity, filters, choices),
        "download_query": urlencode(filters.as_arguments()),
        "worrying": waiting[0],
        "waiting": waiting[1],
        "photos": photos.count(session, activity),
        "unused_versions": queries.count_kept_bodies(session, activity),
        "page_data": page_data(session, activity, categories),
    }


def page_data(session: Session, activity: Activity, categories: list[Any]) -> dict[str, Any]:
    """The JSON that the page's script reads."""
    bounds = extent.map_bounds(session, activity.project)
    where: dict[str, Any] = {"slug": activity.project.slug, "identity": activity.id}
    verbs = ("hide", "restore", "review", "unreview")
    return {
        "marks": flask.url_for("moderation.listing", **where),
        "verbs": {verb: flask.url_for("moderation.change", verb=verb, **where) for verb in verbs}
        | {"delete": flask.url_for("moderation.delete", **where)},
        "may_moderate": may(Permission.RESPONSE_MODERATE),
        "may_delete": may(Permission.RESPONSE_DELETE),
        "csrf": generate_csrf(),
        "categories": [
            {"code": one.code, "symbol": one.symbol, "colour": one.colour, "icon": one.icon} for one in categories
        ],
        "map": {
            "centre": [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2],
            "zoom": 13,
            "min_zoom_to_draw": 10,
            "max_zoom": 19,
            "bounds": list(bounds),
            "sources": map_sources(bounds),
            **overlays_of(session, activity.project),
        },
    }


def filter_labels() -> dict[str, str]:
    """What each filter is called, in the order they stand."""
    return {
        "category": _("Category"),
        "school": _("School"),
        "class": _("Class"),
        "zone": _("Zone"),
        "season": _("Season"),
        "channel": _("Channel"),
        "week": _("Week"),
        "flag": _("Pointed out"),
        "also": _("Show also"),
    }


def filter_choices(session: Session, activity: Activity, categories: list[Any], seasons: Choices) -> dict[str, Choices]:
    """Value and label of every choice, by the filter's name."""
    language = languages.current()
    classes = class_sessions.classes(session, activity)
    names = channels.labels()
    return {
        "category": [(one.code, one.label_in(language)) for one in categories],
        "school": [(name, name) for name in dict.fromkeys(found.school_name for found in classes)],
        "class": [(str(found.id), f"{found.class_name}, {found.school_name}") for found in classes],
        "zone": [(str(zone.id), zone.name) for zone in projects.zones(session, activity.project)],
        "season": seasons,
        "channel": [(code, names.get(code, code)) for code in queries.channels(session, activity)],
        "week": [(week, week_label(week)) for week in queries.weeks(session, activity)],
        "flag": list(flag_names().items()),
        "also": [("hidden", _("Hidden ones")), ("draft", _("Not sent yet")), ("test", _("Tests"))],
    }


def week_label(week: str) -> str:
    """ "2026-W07" as words."""
    year, _w, number = week.partition("-W")
    return _("week %(number)s, %(year)s", number=int(number), year=year)


def chips(activity: Activity, filters: Filters, choices: dict[str, Choices]) -> list[dict[str, str]]:
    """What is chosen, each with the address without it."""
    where = flask.url_for("moderation.index", slug=activity.project.slug, identity=activity.id)
    names = filter_labels()
    made = []
    for name, value in filters.as_arguments():
        label = dict(choices.get(name, [])).get(value, value)
        rest = urlencode(filters.without(name, value))
        made.append(
            {"name": names.get(name, _("Text")), "label": label, "without": f"{where}?{rest}" if rest else where}
        )
    return made
