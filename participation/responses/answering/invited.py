"""Coming to a survey with a personal code: by its link, or typed in from paper. The browser keeps a note, not the code."""

from __future__ import annotations

import flask

from participation.accounts.access import public
from participation.activities.models import PAUSED
from participation.class_sessions.limits import wrong_code_limit
from participation.extensions import csrf, db
from participation.invitations import tickets, using
from participation.languages import for_participants
from participation.responses.answering import show
from participation.responses.answering.survey import survey_at

blueprint = flask.Blueprint("invited", __name__)


@blueprint.get("/i/<code>")
@public
@for_participants
@wrong_code_limit(lambda response: response.status_code == 404)
def enter(address: str, code: str) -> flask.typing.ResponseReturnValue:
    """The link of a letter or message: the code leaves the address bar at once."""
    return let_in(address, code, unknown=404)


@blueprint.route("/code", methods=["GET", "POST"])
@csrf.exempt
@public
@for_participants
@wrong_code_limit(lambda response: response.status_code == 422)
def code(address: str) -> flask.typing.ResponseReturnValue:
    """Where a code from paper is typed."""
    if flask.request.method == "POST":
        return let_in(address, flask.request.form.get("code", ""), unknown=422)
    survey = survey_at(db.session(), address, PAUSED)
    return show.invitation_form(survey, show.reader(survey))


def let_in(address: str, typed: str, unknown: int) -> flask.typing.ResponseReturnValue:
    """To the survey's start with the code's note; or the form again with what is wrong."""
    survey = survey_at(db.session(), address, PAUSED)
    reader, hashed = show.reader(survey), using.hash_of(typed)
    found = using.state(db.session.connection(), survey.id, hashed)
    if found != using.UNUSED:
        status = unknown if found == using.UNKNOWN else 410
        return show.invitation_form(survey, reader, using.words(found), typed[:40]), status
    response = flask.make_response(
        flask.redirect(flask.url_for("responses.answering.start", address=survey.id, lang=reader.language), 303)
    )
    tickets.keep(response, survey.id, hashed)
    response.headers["Cache-Control"] = "no-store"
    return response
