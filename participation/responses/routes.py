"""The pupil's page, handing in, erasing."""

from __future__ import annotations

import flask
import orjson
from flask_babel import gettext as _

from participation import languages
from participation.accounts.access import bearer_link, public
from participation.assets import BUILT, built
from participation.class_sessions import queries as class_sessions
from participation.class_sessions.bearer import bearer_pupil
from participation.class_sessions.limits import wrong_code_limit
from participation.database import writing
from participation.errors import Refused
from participation.extensions import csrf, db
from participation.languages import for_participants
from participation.responses import hand_in, joining, paper_entry, pupil_page, resuming, services, ways
from participation.responses.answering import routes as answering
from participation.responses.body import read_body, version_4
from participation.responses.photos import routes as photos

blueprint = flask.Blueprint("responses", __name__)
blueprint.register_blueprint(joining.blueprint)
blueprint.register_blueprint(resuming.blueprint)
blueprint.register_blueprint(answering.blueprint)
blueprint.register_blueprint(paper_entry.blueprint)
blueprint.register_blueprint(photos.blueprint)


@blueprint.put("/api/responses/<uuid>")
@csrf.exempt
@public
@for_participants
@wrong_code_limit(lambda response: response.status_code == 403)
def put(uuid: str) -> flask.Response:
    """Save or hand in a response: the interface's table, line by line."""
    answer = hand_in.hand_in(read_body(uuid, ways.ticket_of_request()))
    return flask.Response(orjson.dumps(answer.content), answer.status, mimetype="application/json")


@blueprint.delete("/api/responses/<uuid>")
@csrf.exempt
@bearer_link("pupil")
@for_participants
@wrong_code_limit(lambda response: response.status_code == 403)
def erase(uuid: str) -> flask.typing.ResponseReturnValue:
    """*Slett mitt*: whoever knows the UUID, or is its pupil, erases all of theirs; `?only=draft` this draft alone."""
    identity = version_4(uuid)
    if identity is None:
        raise Refused(_("The address must end in a version-4 UUID made on the device."), 400)
    pupil = bearer_pupil()
    with writing(db) as session:
        carry_out = services.drop_draft if flask.request.args.get("only") == "draft" else services.erase_by_uuid
        carry_out(session, identity, pupil.id if pupil else None)
    services.log_erasures()
    return "", 204


@blueprint.get("/c/<code>")
@public
@for_participants
@wrong_code_limit(lambda response: response.status_code == 404)
def pupil(code: str) -> flask.typing.ResponseReturnValue:
    """The join link: the pupil's map, or a kind page when the code is wrong."""
    return pupil_answer(code, practice=False)


@blueprint.get("/c/<code>/practice")
@public
@for_participants
@wrong_code_limit(lambda response: response.status_code == 404)
def practice(code: str) -> flask.typing.ResponseReturnValue:
    """*Øving*: the same screens, nothing stored or sent."""
    return pupil_answer(code, practice=True)


def pupil_answer(code: str, practice: bool) -> flask.typing.ResponseReturnValue:
    class_session = class_sessions.class_by_code(db.session(), code)
    if class_session is None:
        return flask.render_template("front/wrong_code.html", code=code[:20]), 404
    languages.use(class_session.language)
    data = pupil_page.page_data(db.session(), class_session, practice)
    response = flask.make_response(flask.render_template("responses/pupil.html", page_data=data))
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    return response.make_conditional(flask.request)


@blueprint.get("/sw.js")
@public
def service_worker() -> flask.typing.ResponseReturnValue:
    """The service worker, at the root so that it reaches every page."""
    name = str(built("manifest.json")["service_worker.js"])
    response = flask.send_from_directory(BUILT, name, mimetype="text/javascript")
    response.headers["Cache-Control"] = "no-cache"
    return response
