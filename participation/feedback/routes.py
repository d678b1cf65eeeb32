"""What the pupil's device asks for while it works and afterwards."""

from __future__ import annotations

from typing import Any

import flask
import orjson
from flask_babel import gettext as _

from participation import languages
from participation.accounts.access import bearer_link
from participation.class_sessions.bearer import bearer_pupil
from participation.class_sessions.models import Pupil
from participation.errors import Refused
from participation.extensions import db
from participation.feedback import planner_routes, queries, receipt_routes
from participation.languages import for_participants
from participation.responses import queries as responses
from participation.responses.models import Response
from participation.responses.pupil_page import promised

blueprint = flask.Blueprint("feedback", __name__)
blueprint.register_blueprint(planner_routes.blueprint)
blueprint.register_blueprint(receipt_routes.blueprint)


@blueprint.get("/api/pupils/me")
@bearer_link("pupil")
@for_participants
def me() -> flask.typing.ResponseReturnValue:
    """The class's state, the pupil's own response, and what the municipality heard; with ETag for polling."""
    pupil = bearer_pupil()
    if pupil is None:
        raise Refused(_("This device's ticket is not known. Type your own code again."), 401)
    response = responses.standing_of_pupil(db.session(), pupil)
    content = {
        "nickname": pupil.nickname,
        "paused": pupil.paused_at is not None,
        "class_status": pupil.class_session.status,
        "message": message(pupil),
        "response": response and told(response),
        "heard": [
            {"text": heard.text, "day": languages.day(heard.published_at)}
            for heard in queries.heard_by(db.session(), pupil.class_session)
        ],
        "promise": promised(pupil.class_session.activity),
    }
    answer = flask.Response(orjson.dumps(content), mimetype="application/json")
    answer.headers["Cache-Control"] = "no-cache, private"
    answer.add_etag()
    return answer.make_conditional(flask.request)


def message(pupil: Pupil) -> dict[str, Any] | None:
    """What the teacher says to the class right now."""
    told_at = pupil.class_session.five_minutes_at
    if told_at is None or pupil.class_session.status == "closed":
        return None
    return {"kind": "minutes_left", "minutes": 5, "at": told_at.isoformat()}


def told(response: Response) -> dict[str, Any]:
    """What a pupil may know of the own response."""
    return {"revision": response.revision, "complete": response.complete, "status": response.status}
