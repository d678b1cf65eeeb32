"""A survey on a tablet that is handed on: the same pages, which leave nothing of one person to the next.

A turn begins with each start page. A page of an earlier turn, come to by the browser's *Back*, leads to the start.
"""

from __future__ import annotations

import secrets
from dataclasses import replace

import flask
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from participation.accounts.access import bearer_link
from participation.activities.models import PAUSED
from participation.class_sessions.limits import wrong_code_limit
from participation.errors import Refused
from participation.extensions import csrf, db
from participation.kiosks import services, tickets
from participation.kiosks.models import Kiosk
from participation.languages import for_participants
from participation.responses.answering import show, start_page, work
from participation.responses.answering.filled_page import filled_page
from participation.responses.answering.survey import Survey, survey_at
from participation.responses.answering.turning import beside, turn

blueprint = flask.Blueprint("kiosk", __name__, url_prefix="/kiosk")

TOKEN, TURN = "tablet", "turn"


@blueprint.after_request
def leave_nothing(response: flask.Response) -> flask.Response:
    """No page stays in the browser."""
    response.headers["Cache-Control"] = "no-store"
    return response


@blueprint.get("/<token>")
@bearer_link("kiosk")
@for_participants
@wrong_code_limit(lambda response: response.status_code == 404)
def enter(address: str, token: str) -> flask.typing.ResponseReturnValue:
    """The planner's link: the tablet keeps it, and it leaves the address bar."""
    survey = survey_at(db.session(), address, PAUSED)
    opened(survey, token, 404)
    response = flask.make_response(flask.redirect(flask.url_for("responses.answering.kiosk.start", address=survey.id)))
    keep(response, survey, TOKEN, token)
    return response


@blueprint.get("")
@bearer_link("kiosk")
@for_participants
def start(address: str) -> flask.typing.ResponseReturnValue:
    """The next person's turn begins."""
    survey = on_tablet(address)
    services.note_use(kiosk_of(survey))
    mine = secrets.token_urlsafe(9)
    ticket = tickets.ticket(kiosk_of(survey), mine)
    response = flask.make_response(start_page.start(survey, show.reader(survey), shown=ticket))
    keep(response, survey, TURN, mine)
    return response


@blueprint.get("/page/<int:number>")
@bearer_link("kiosk")
@for_participants
def begin(address: str, number: int) -> flask.typing.ResponseReturnValue:
    """The first page, empty."""
    survey, mine = on_tablet(address), flask.request.cookies.get(TURN)
    if number != 1 or not mine:
        return again(survey)
    begun = work.begin(survey, flask.request.args, tickets.ticket(kiosk_of(survey), mine))
    return show.page(beside(filled_page(survey, show.reader(survey), begun, survey.questionnaire.pages[0]), 0))


@blueprint.post("/page/<int:number>")
@csrf.exempt
@bearer_link("kiosk")
@for_participants
def answer(address: str, number: int) -> flask.typing.ResponseReturnValue:
    """Keep what was typed, and show the next page; a page of another turn leads to the start."""
    survey = on_tablet(address, PAUSED)
    begun = work.with_token(db.session(), survey, flask.request.form.get("page-work", ""))
    shown = tickets.read(begun.ticket, survey.id) if begun else None
    if begun is None or shown is None or shown[2] != flask.request.cookies.get(TURN):
        return again(survey)
    if begun.complete or not 1 <= number <= len(survey.questionnaire.pages):
        return again(survey)
    stored = filled_page(survey, show.reader(survey), begun, survey.questionnaire.pages[number - 1])
    turned = turn(db.session(), stored, MultiDict(flask.request.form), flask.request.files)
    return show.thanks(turned.shown, turned.receipt) if turned.receipt else show.page(turned.shown, turned.told)


def on_tablet(address: str, *also: str) -> Survey:
    """The survey as this tablet shows it; refused with 403 where no link has opened it, 410 when that is over."""
    survey = survey_at(db.session(), address, *also)
    # The next person does not get the language of the one before.
    flask.g.leaves_nothing = True
    return replace(survey, kiosk=opened(survey, flask.request.cookies.get(TOKEN, ""), 403, bool(also)))


def opened(survey: Survey, token: str, unknown: int, finishing: bool = False) -> Kiosk:
    """The tablet of this link."""
    found = tickets.kiosk_with(db.session(), token)
    if found is None or found.activity_id != survey.id:
        raise Refused(_("This tablet is not open. Open it with the link from the planner."), unknown)
    if not (services.may_finish(found) if finishing else services.may_begin(found)):
        raise Refused(_("The link of this tablet has ended. Ask the planner for a new one."), 410)
    return found


def kiosk_of(survey: Survey) -> Kiosk:
    assert survey.kiosk is not None
    return survey.kiosk


def again(survey: Survey) -> flask.typing.ResponseReturnValue:
    """To the start, for whoever is next."""
    return flask.redirect(flask.url_for("responses.answering.kiosk.start", address=survey.id), 303)


def keep(response: flask.Response, survey: Survey, name: str, value: str) -> None:
    """A cookie for this tablet's pages alone, gone when its browser is closed."""
    secure, path = flask.current_app.config["SESSION_COOKIE_SECURE"], f"/a/{survey.id}/kiosk"
    response.set_cookie(name, value, path=path, secure=secure, httponly=True, samesite="Lax")
