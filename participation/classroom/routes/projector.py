"""The projector: its own read-only address, a map the whole class may see, and what it polls."""

from __future__ import annotations

from typing import Any

import flask
import orjson
from flask_babel import gettext as _

from participation import languages
from participation.accounts.access import bearer_link
from participation.activities import queries as activities
from participation.basemaps.sources import map_sources
from participation.class_sessions import queries as class_sessions
from participation.class_sessions.limits import wrong_code_limit
from participation.class_sessions.models import ClassSession
from participation.classroom import published_map, shared_filters, teacher_right
from participation.classroom.drawn import drawn_by
from participation.classroom.freshness import freshness
from participation.classroom.routes.feature import blueprint
from participation.classroom.shared_map import shared_map
from participation.errors import Refused
from participation.extensions import db
from participation.projects import extent


@blueprint.get("/projector/<token>")
@bearer_link("projector")
@wrong_code_limit(lambda response: response.status_code == 404)
def projector(token: str) -> str:
    """The map and its filters."""
    class_session = shown_class(token)
    languages.use(class_session.language)
    filters = filters_of(class_session)
    return flask.render_template(
        "classroom/projector.html",
        class_session=class_session,
        filters=filters,
        seasons=shared_filters.season_labels(),
        page_data={
            "map": map_data(class_session),
            "url": flask.url_for("classroom.projector_cells", token=token),
            "filters": {one.code: {"label": one.label, "colour": one.colour} for one in filters},
        },
    )


@blueprint.get("/projector/<token>/cells")
@bearer_link("projector")
@wrong_code_limit(lambda response: response.status_code == 404)
def projector_cells(token: str) -> flask.typing.ResponseReturnValue:
    """Hexagons and counts for `?category=` and `?season=`, with ETag."""
    class_session = shown_class(token)
    languages.use(class_session.language)
    filters = filters_of(class_session)
    wanted, season = flask.request.args.get("category"), flask.request.args.get("season", "any")
    chosen = next((one for one in filters if one.code == wanted), filters[0] if wanted is None else None)
    if chosen is None or season not in shared_filters.SEASONS:
        flask.abort(404)
    published = published_map.current(class_session, drawn_by(db.session(), class_session), filters)
    content = shared_map(published, filters, chosen, season, class_session.activity.project.fewest_for_staff) | {
        "fresh": freshness(class_session, published.taken_at)
    }
    answer = flask.Response(orjson.dumps(content), mimetype="application/json")
    answer.headers["Cache-Control"] = "no-cache, private"
    answer.add_etag()
    return answer.make_conditional(flask.request)


def shown_class(token: str) -> ClassSession:
    """The class of this address; refused with 404, or 410 as the teacher's link is."""
    found = class_sessions.class_by_projector_token(db.session(), token)
    if found is None:
        raise Refused(_("No class has this link. Ask the teacher to open the map again."), 404)
    teacher_right.refuse_expired(found)
    return found


def filters_of(class_session: ClassSession) -> list[shared_filters.Filter]:
    """The filters of the newest questionnaire; refused while none is published."""
    version = activities.newest_version(db.session(), class_session.activity)
    document = orjson.loads(version.document) if version else {"pages": []}
    return shared_filters.filters_of(document) or no_map()


def no_map() -> list[shared_filters.Filter]:
    raise Refused(_("This activity has no map to show."), 404)


def map_data(class_session: ClassSession) -> dict[str, Any]:
    """Where the map begins, and what lies beneath."""
    bounds = extent.map_bounds(db.session(), class_session.activity.project)
    school = class_session.school
    middle = [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2]
    return {
        "centre": [school.longitude, school.latitude] if school else middle,
        "zoom": 15,
        "min_zoom_to_draw": 15,
        "max_zoom": 17,
        "bounds": list(bounds),
        "sources": map_sources(bounds),
    }
