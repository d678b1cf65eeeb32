"""Answers that came on paper, entered by staff: the whole survey on one screen, saved, and on to the next paper."""

from __future__ import annotations

import flask
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from participation import languages
from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.activities.models import CLOSED, PAUSED
from participation.activities.queries import activity_or_404
from participation.activities.services import is_open_to_residents
from participation.audit.acts import Act
from participation.audit.recording import records
from participation.database import writing
from participation.errors import Refused
from participation.extensions import db
from participation.projects.access import project_at
from participation.responses import paper_sheet, ways
from participation.responses.answering import listed_places, place_answers, work
from participation.responses.answering.filled_page import FilledPage
from participation.responses.answering.reader import Reader, reader_of
from participation.responses.answering.show import places
from participation.responses.answering.survey import Away, Survey, survey_at
from participation.responses.answering.turning import ADD, DELETE, said
from participation.responses.paper_sheet import PaperSheet
from participation.safeguards.keyed_codes import grouped

blueprint = flask.Blueprint("paper", __name__, url_prefix="/projects/<slug>/activities/<int:identity>/paper")

SAVE, SAVE_UNFINISHED = "save", "unfinished"


@blueprint.route("", methods=["GET", "POST"])
@requires(Permission.ACTIVITY_EDIT)
@records(Act.PAPER_ENTERED)
def enter(slug: str, identity: int) -> flask.typing.ResponseReturnValue:
    """One paper: typed in and saved, and then the next."""
    survey = survey_of(slug, identity)
    reader = spoken_on_paper(survey)
    if flask.request.method == "GET":
        return shown(paper_sheet.blank(survey, reader, work.begin(survey, {}), flask.request.args.get("number", "")))
    sheet = begun(survey, reader)
    verb, _colon, what = flask.request.form.get("page-go", SAVE).partition(":")
    typed = MultiDict(flask.request.form)
    sheet = paper_sheet.typed_in(sheet, typed, flask.request.files, finished=verb == SAVE)
    if verb in (SAVE, SAVE_UNFINISHED):
        return saved(slug, identity, sheet, verb == SAVE) or shown(sheet)
    change_places(sheet, verb, what)
    return shown(sheet)


def survey_of(slug: str, identity: int) -> Survey:
    """The survey; papers may come after it has closed."""
    activity = activity_or_404(db.session(), project_at(slug), identity)
    if not is_open_to_residents(activity):
        flask.abort(404)
    try:
        return survey_at(db.session(), str(identity), PAUSED, CLOSED)
    except Away:
        flask.abort(404)


def spoken_on_paper(survey: Survey) -> Reader:
    """The questions in the paper's language, the program's words in the planner's."""
    own = languages.current()
    asked = (flask.request.form.get("paper-language"), flask.request.args.get("paper"), own)
    found = reader_of(survey.questionnaire.languages, asked, languages.offered())
    return Reader(found.language, own, found.languages)


def begun(survey: Survey, reader: Reader) -> PaperSheet:
    """The paper under way, known by what the page carries."""
    typed = flask.request.form
    under_way = work.with_token(db.session(), survey, typed.get("page-work", ""))
    if under_way is None or under_way.complete:
        under_way = work.begin(survey, {})
    number = " ".join(typed.get("number", "").split())[: paper_sheet.LONGEST_NUMBER]
    under_way.ticket = ways.paper_ticket(survey.id, number)
    return paper_sheet.blank(survey, reader, under_way, number)


def change_places(sheet: PaperSheet, verb: str, what: str) -> None:
    """Add or delete a place, and keep what is typed so far."""
    if verb == ADD:
        listed_places.add(db.session(), sheet.page_of(what), what, flask.request.form)
    elif verb == DELETE:
        # Their numbers are those of the whole paper: only the page that shows this one deletes anything.
        for page in [one for one in sheet.pages if shows_mark(one, what)]:
            listed_places.delete(page, what)
    if not sheet.has_errors:
        kept(sheet, complete=False)


def shows_mark(page: FilledPage, number: str) -> bool:
    """True for the page on which the place with this number stands."""
    return any(str(card.index) == number for asked in page.questions if asked.on_map for card in page.cards(asked))


def saved(slug: str, identity: int, sheet: PaperSheet, finished: bool) -> flask.typing.ResponseReturnValue | None:
    """On to the next paper with this one's receipt; None when something is to be mended."""
    if sheet.number and paper_sheet.is_entered(db.session(), sheet.survey.id, sheet.number, sheet.work.uuid):
        sheet.number_wrong = _("A paper with this number is entered already.")
    receipt = None if sheet.has_errors else kept(sheet, complete=finished)
    if receipt is None:
        return None
    if finished:
        log_entry()
    told = _("Saved. Write this receipt on the paper: %(receipt)s", receipt=grouped(receipt))
    if sheet.number:
        told = _("Saved. Write this receipt on paper %(no)s: %(receipt)s", no=sheet.number, receipt=grouped(receipt))
    flask.flash(told)
    number, language = following(sheet.number), sheet.reader.language
    address = flask.url_for("responses.paper.enter", slug=slug, identity=identity, paper=language, number=number)
    return flask.redirect(address, 303)


def kept(sheet: PaperSheet, complete: bool) -> str | None:
    """Hand the paper in as far as it is; its receipt, None when it has none yet or could not be taken."""
    try:
        answer = work.save(sheet.survey, sheet.work, sheet.reader.language, complete)
    except Refused as refused:
        sheet.told = refused.message
        return None
    if answer.status >= 400:
        sheet.told = said(answer)
        return None
    if complete:
        return str(answer.content["receipt"])
    if flask.request.form.get("page-go") != SAVE_UNFINISHED:
        return None
    with writing(db) as session:
        return paper_sheet.take_in_unfinished(session, sheet.work.uuid)


def log_entry() -> None:
    """Handing in shares its transaction with others', so what is logged of it follows in one of its own."""
    with writing(db):
        pass


def following(number: str) -> str | None:
    """The number after one that is only digits."""
    return str(int(number) + 1).zfill(len(number)) if number.isascii() and number.isdigit() else None


def shown(sheet: PaperSheet) -> flask.typing.ResponseReturnValue:
    """The paper; 422 where something on it is to be mended."""
    survey, known = sheet.survey, place_answers.named_places(db.session(), sheet.survey.activity.project)
    added = flask.request.form.get("page-go", "").startswith(f"{ADD}:")
    page = flask.render_template(
        "paper/enter.html",
        project=survey.activity.project,
        activity=survey.activity,
        survey=survey,
        sheet=sheet,
        token=work.token(survey, sheet.work),
        places={variable: found for page in sheet.pages for variable, found in places(page).items()},
        typed={} if added and not sheet.has_errors else flask.request.form,
        place_name=lambda mark: place_answers.name_of(known, mark["geometry"]),
    )
    return page, 422 if sheet.has_errors else 200
