"""Answering an open survey: the start, its pages without JavaScript, and going on with a code."""

from __future__ import annotations

from datetime import timedelta

import flask
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict
from werkzeug.http import http_date

from participation.accounts.access import public
from participation.activities.models import PAUSED, SCHEDULED
from participation.class_sessions.limits import wrong_code_limit
from participation.clock import now
from participation.database import writing
from participation.extensions import csrf, db
from participation.languages import for_participants
from participation.responses import resume_codes, resuming
from participation.responses.answering import invited, kiosk, preview, show, start_page, work
from participation.responses.answering.filled_page import FilledPage, filled_page
from participation.responses.answering.survey import STATUS, Away, survey_at
from participation.responses.answering.turning import SEND, Turn, beside, turn
from participation.responses.rows import receipt
from participation.responses.ways import PERSONAL_LINK, code_first
from participation.safeguards.keyed_codes import grouped

JUST_NOW = timedelta(minutes=5)

blueprint = flask.Blueprint("answering", __name__, url_prefix="/a/<address>")
blueprint.register_blueprint(invited.blueprint)
blueprint.register_blueprint(kiosk.blueprint)
blueprint.register_blueprint(preview.blueprint)


@blueprint.errorhandler(Away)
def away(reason: Away) -> flask.typing.ResponseReturnValue:
    """Why nobody can begin here now, kindly."""
    response = flask.make_response(flask.render_template("answering/away.html", reason=reason), STATUS[reason.state])
    if reason.state == PAUSED:
        response.headers["Retry-After"] = "3600"
    elif reason.state == SCHEDULED and reason.activity and reason.activity.opens_at:
        response.headers["Retry-After"] = http_date(reason.activity.opens_at)
    return response


@blueprint.get("")
@public
@for_participants
def start(address: str) -> flask.typing.ResponseReturnValue:
    """What the survey is, and the way in."""
    survey = survey_at(db.session(), address)
    return start_page.start(survey, show.reader(survey))


@blueprint.get("/page/<int:number>")
@public
@for_participants
def begin(address: str, number: int) -> flask.typing.ResponseReturnValue:
    """The first page, nothing answered yet; the others are come to by answering."""
    if number != 1:
        return flask.redirect(flask.url_for("responses.answering.start", address=address), 303)
    survey = survey_at(db.session(), address)
    _state, ticket = show.brought(survey)
    if ticket is None and survey.activity.only_invited:
        return flask.redirect(flask.url_for("responses.answering.start", address=address), 303)
    if ticket is None and flask.request.cookies.get(show.ANSWERED) and "again" not in flask.request.args:
        return show.answered_before(survey, show.reader(survey))
    begun = work.begin(survey, flask.request.args, ticket)
    return show.page(beside(filled_page(survey, show.reader(survey), begun, survey.questionnaire.pages[0]), 0))


@blueprint.post("/page/<int:number>")
@csrf.exempt
@public
@for_participants
def answer(address: str, number: int) -> flask.typing.ResponseReturnValue:
    """Keep what was typed on this page, and show the next; the page itself says whose answer it is."""
    survey = survey_at(db.session(), address, PAUSED)
    typed = MultiDict(flask.request.form)
    begun = work.with_token(db.session(), survey, typed.get("page-work", ""))
    pages = survey.questionnaire.pages
    if begun is None or not 1 <= number <= len(pages):
        return start_page.start(survey, show.reader(survey), told=_("That page was old. Begin here."), status=400)
    stored = filled_page(survey, show.reader(survey), begun, pages[number - 1])
    if begun.complete:
        return sent_already(stored, typed)
    turned = turn(db.session(), stored, typed, flask.request.files)
    if turned.receipt:
        return show.thanks(turned.shown, turned.receipt)
    code = given_code(turned) if typed.get("page-go") == "code" else None
    return show.page(turned.shown, turned.told, code)


def sent_already(stored: FilledPage, typed: MultiDict[str, str]) -> flask.typing.ResponseReturnValue:
    """The receipt once more for who pressed twice, or whose line was gone when it came; soon after, for others may sit here."""
    sent_at = stored.work.completed_at
    if typed.get("page-go") == SEND and sent_at and now() - sent_at < JUST_NOW:
        return show.thanks(stored, receipt(stored.work.uuid, None))
    return show.sent_before(stored)


@blueprint.route("/resume", methods=["GET", "POST"])
@csrf.exempt
@public
@for_participants
@wrong_code_limit(lambda response: response.status_code == 422)
def resume(address: str) -> flask.typing.ResponseReturnValue:
    """Go on with what was begun elsewhere, by its code."""
    survey = survey_at(db.session(), address, PAUSED)
    reader = show.reader(survey)
    if flask.request.method == "GET":
        return show.code_form(survey, reader)
    found = resume_codes.draft_behind(db.session(), survey.id, flask.request.form.get("code", ""))
    if found is None:
        return show.code_form(survey, reader, resuming.unknown(), flask.request.form.get("code", "")), 422
    _state, ticket = show.brought(survey)
    if ticket is None and (survey.activity.only_invited or found.channel == PERSONAL_LINK):
        return start_page.start(survey, reader, told=code_first())
    begun = work.of_response(found, ticket)
    names = [page.name for page in survey.questionnaire.pages]
    page = survey.questionnaire.pages[names.index(begun.page) if begun.page in names else 0]
    return show.page(beside(filled_page(survey, reader, begun, page), 0))


def given_code(turned: Turn) -> str:
    """A code to go on elsewhere with the work on this page, which is stored."""
    with writing(db) as session:
        return grouped(resume_codes.give(session, turned.shown.work.uuid))
