"""A questionnaire tried before or while it is asked: the respondent's own pages by a link that lasts a day.

What is answered is a test. Nothing of it stays in the browser, and the planner's preview shows the pages in a frame.
"""

from __future__ import annotations

import flask
from werkzeug.datastructures import MultiDict

from participation.accounts.access import bearer_link
from participation.activities import queries as activities
from participation.activities.kinds import KINDS, OPEN_LINK
from participation.activities.trials import picture_tried
from participation.extensions import csrf, db
from participation.languages import for_participants
from participation.responses import preview_links
from participation.responses.answering import show, start_page, work
from participation.responses.answering.filled_page import filled_page
from participation.responses.answering.survey import Survey, asked_in
from participation.responses.answering.turning import beside, turn
from participation.security_headers import SHOWN_IN_OURS
from surveys.picture import mime_type

blueprint = flask.Blueprint("preview", __name__, url_prefix="/preview/<token>")


@blueprint.after_request
def in_our_frame(response: flask.Response) -> flask.Response:
    """No page stays in the browser; our own page may show it."""
    response.headers["Cache-Control"] = "no-store"
    response.headers.update(SHOWN_IN_OURS)
    return response


@blueprint.get("")
@bearer_link("preview")
@for_participants
def start(address: str, token: str) -> flask.typing.ResponseReturnValue:
    """The start, as respondents see it."""
    survey = tried(address, token)
    return start_page.start(survey, show.reader(survey), shown=token)


@blueprint.get("/page/<int:number>")
@bearer_link("preview")
@for_participants
def begin(address: str, token: str, number: int) -> flask.typing.ResponseReturnValue:
    """The first page, empty."""
    survey = tried(address, token)
    if number != 1:
        return again(survey)
    begun = work.begin(survey, flask.request.args, token)
    return show.page(beside(filled_page(survey, show.reader(survey), begun, survey.questionnaire.pages[0]), 0))


@blueprint.post("/page/<int:number>")
@csrf.exempt
@bearer_link("preview")
@for_participants
def answer(address: str, token: str, number: int) -> flask.typing.ResponseReturnValue:
    """Keep what was typed, and show the next page."""
    survey = tried(address, token)
    begun = work.with_token(db.session(), survey, flask.request.form.get("page-work", ""))
    pages = survey.questionnaire.pages
    if begun is None or begun.complete or begun.ticket != token or not 1 <= number <= len(pages):
        return again(survey)
    stored = filled_page(survey, show.reader(survey), begun, pages[number - 1])
    turned = turn(db.session(), stored, MultiDict(flask.request.form), flask.request.files)
    return show.thanks(turned.shown, turned.receipt) if turned.receipt else show.page(turned.shown, turned.told)


@blueprint.get("/pictures/<name>")
@bearer_link("preview")
def picture(address: str, token: str, name: str) -> flask.Response:
    """A picture of what is tried."""
    survey = tried(address, token)
    found = picture_tried(db.session(), survey.activity, survey.version, name)
    if found is None:
        flask.abort(404)
    return flask.Response(found, mimetype=mime_type(name))


def tried(address: str, token: str) -> Survey:
    """The survey as this link tries it; refused with 404 for one that was made up, 410 when its time is over."""
    link = preview_links.tried_with(token)
    activity = activities.activity_by_id(db.session(), address) if link else None
    if link is None or activity is None or activity.id != link.activity_id or KINDS[activity.kind].channel != OPEN_LINK:
        flask.abort(404)
    questionnaire = asked_in(db.session(), activity.id, link.number)
    if questionnaire is None:
        flask.abort(404)
    return Survey(activity, link.number, questionnaire, trial=token)


def again(survey: Survey) -> flask.typing.ResponseReturnValue:
    """To the start."""
    return flask.redirect(survey.address("start"), 303)
