"""What a survey is printed as, in any of its languages: the questionnaire itself, and a poster with its QR code."""

from __future__ import annotations

import flask
from flask_babel import force_locale, ngettext
from flask_babel import gettext as _

from participation import catalogues, languages
from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.activities import queries as activities
from participation.classroom.join_link import qr_code
from participation.extensions import db
from participation.invitations.merge_files import survey_address
from participation.languages import for_participants
from participation.overview.ways_shared import loaded
from participation.responses.answering import duration
from participation.responses.answering.paper_form import PaperForm
from participation.responses.answering.reader import Reader, reader_of
from participation.responses.answering.survey import Survey, asked_in
from participation.responses.pupil_page import promised

blueprint = flask.Blueprint("sheets", __name__, url_prefix="/activities/<int:identity>/ways")

PAPER_SIZES = ("a4", "a3")


@blueprint.get("/paper")
@requires(Permission.ACTIVITY_EDIT)
@for_participants
def paper(slug: str, identity: int) -> str:
    """Every question in reading order, with boxes to tick and lines to write on."""
    survey, reader = survey_in(slug, identity, flask.request.args.get("lang"))
    return flask.render_template(
        "answering/printable.html",
        whole=PaperForm(survey, reader),
        **everywhere(survey, reader),
    )


@blueprint.get("/poster")
@requires(Permission.ACTIVITY_EDIT)
@for_participants
def poster(slug: str, identity: int) -> str:
    """The open link as a QR code that is read from a distance, in one or more languages."""
    asked = flask.request.args.getlist("also")
    survey, reader = survey_in(slug, identity, asked[0] if asked else None)
    known, offered = survey.questionnaire.languages, languages.offered()
    readers = [reader_of(known, (one,), offered) for one in known if one in asked and one != reader.language]
    minutes = duration.minutes(survey.questionnaire)
    size = flask.request.args.get("size")
    return flask.render_template(
        "answering/poster.html",
        told=[(one, *words(one, minutes)) for one in (reader, *readers)],
        size=size if size in PAPER_SIZES else PAPER_SIZES[0],
        **everywhere(survey, reader),
    )


def words(reader: Reader, minutes: int) -> tuple[str, str]:
    """What the poster asks of whoever passes by, in the program's words nearest to the reader's language; and that no
    speaker has read them, "" where one has."""
    with force_locale(reader.own):
        time = ngettext("It takes about one minute.", "It takes about %(num)s minutes.", minutes)
        scan, nameless = _("Scan the code and answer."), _("No name is asked for.")
        unread = _("A machine has put this into your language. No one who speaks it has read it yet.")
    return f"{scan} {time} {nameless}", "" if catalogues.is_read(reader.own) else unread


def survey_in(slug: str, identity: int, language: str | None) -> tuple[Survey, Reader]:
    """The survey's newest version, whether it is open or not; and who reads it."""
    activity = loaded(slug, identity)
    version = activities.newest_version(db.session(), activity)
    if version is None:
        flask.abort(404)
    questionnaire = asked_in(db.session(), activity.id, version.number)
    assert questionnaire is not None
    survey = Survey(activity, version.number, questionnaire)
    reader = reader_of(questionnaire.languages, (language, *languages.remembered()), languages.offered())
    flask.g.language = reader.own
    return survey, reader


def everywhere(survey: Survey, reader: Reader) -> dict[str, object]:
    """What both sheets show."""
    return {
        "survey": survey,
        "project": survey.activity.project,
        "reader": reader,
        "said": reader.said,
        "language": reader.language,
        "direction": reader.direction,
        "address": survey_address(survey.activity),
        "qr_code": qr_code,
        "promise": promised(survey.activity),
    }
