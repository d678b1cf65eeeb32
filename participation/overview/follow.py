"""*Følg med*: what has come in so far, kept fresh without loading the page again."""

from __future__ import annotations

from typing import Any

import flask
import orjson

from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.activities import queries as activities
from participation.activities.models import Activity
from participation.activities.queries import activity_or_404
from participation.activities.services import is_for_classes
from participation.clock import local, now
from participation.drop_off.queries import drop_off
from participation.extensions import db
from participation.kept import kept
from participation.overview import figures, queries
from participation.overview.zone_map import people_by_zone, zone_map
from participation.projects import queries as projects
from participation.projects.access import project_at
from participation.projects.zone_lookup import ZoneLookup
from participation.responses.models import Response

blueprint = flask.Blueprint("follow", __name__, url_prefix="/activities/<int:identity>/follow")


@blueprint.get("", endpoint="index")
@requires(Permission.PROJECT_SEE)
def index(slug: str, identity: int) -> str:
    """The figures as they are now; the page asks for newer ones by itself."""
    activity = activity_or_404(db.session(), project_at(slug), identity)
    return flask.render_template("overview/follow.html", project=activity.project, activity=activity, **shown(activity))


@blueprint.get("/figures")
@requires(Permission.PROJECT_SEE)
def news(slug: str, identity: int) -> flask.typing.ResponseReturnValue:
    """What the page polls: its parts as HTML, with ETag."""
    activity = activity_or_404(db.session(), project_at(slug), identity)
    page = flask.render_template(
        "overview/parts/figures.html", project=activity.project, activity=activity, **shown(activity)
    )
    answer = flask.Response(orjson.dumps({"html": page}), mimetype="application/json")
    answer.headers["Cache-Control"] = "no-cache, private"
    answer.add_etag()
    return answer.make_conditional(flask.request)


def shown(activity: Activity) -> dict[str, Any]:
    """All that the template shows."""
    session, project, today = db.session(), activity.project, local(now()).date()
    kind = projects.main_kind(projects.zone_kinds(session, project))
    stamp = figures.stamp(session, Response.activity_id == activity.id)
    key = (activity.id, stamp, project.fewest_for_staff, today)
    places = (activity.id, figures.stamp_of_places(stamp, now()), project.fewest_for_staff, kind)
    number = activities.newest_number(session, activity)
    asked = activities.questionnaire(session, activity.id, number) if number else None
    return {
        "figures": kept("figures", key, lambda: figures.figures(session, activity, project.fewest_for_staff, today)),
        "classes": queries.class_rows(session, activity) if is_for_classes(activity) else [],
        "drop_off": kept("figures of stops", (key, number), lambda: drop_off(session, activity, asked))
        if asked
        else None,
        "zone_kind": kind or "",
        **kept(
            "zones told from", (places, figures.stamp_of_zones(session, project)), lambda: told_from(activity, kind)
        ),
    }


def told_from(activity: Activity, kind: str | None) -> dict[str, Any]:
    """The zones of one kind, as a map and as rows; nothing without zones."""
    session, fewest = db.session(), activity.project.fewest_for_staff
    zones = projects.zones(session, activity.project, kind) if kind else []
    lookup = ZoneLookup(zones)
    people = people_by_zone(lookup, queries.mark_places(session, Response.activity_id == activity.id) if zones else [])
    return {"zone_map": zone_map(lookup, people, fewest), "zones": figures.by_zone(zones, people, fewest)}
