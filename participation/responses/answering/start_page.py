"""The start of a survey: what it is, who asks, and the way in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode

import flask
from markupsafe import Markup

from participation.assets import script_json
from participation.compressed_once import KeptPage
from participation.extensions import db
from participation.invitations.queries import invited_at_all
from participation.kept import kept
from participation.responses.answering import duration, show
from participation.responses.answering.page_data import page_data
from participation.responses.answering.reader import Reader
from participation.responses.answering.rendered_form import RenderedForm, rendered_form, script_of, styles_of
from participation.responses.answering.survey import Survey
from participation.responses.pupil_page import promised


@dataclass(frozen=True)
class Facts:
    """All that the page shows beside what never changes of a version: where two are alike, so are their pages.

    `invitation`: the state of the personal code the browser came with; `data`: what scripts read, as JSON, None without them.
    """

    told: str
    promise: str | None
    begin_with: str
    may_begin: bool
    invitation: str | None
    invites: bool
    delete_by: date | None
    controller: str | None
    contact: str | None
    closes_at: datetime | None
    results_at: str
    data: Markup | None


def start(
    survey: Survey, reader: Reader, told: str = "", status: int = 200, shown: str | None = None
) -> flask.typing.ResponseReturnValue:
    """What the survey is, who asks, and the way in. `shown`: what an answer begun on a tablet, or as a test, shows."""
    state, ticket = show.brought(survey) if survey.is_public else (None, shown)
    may_begin, promise = bool(ticket) or not survey.activity.only_invited, promised(survey.activity)
    whole = rendered_form(survey, reader, promise) if may_begin else None
    project = survey.activity.project
    facts = Facts(
        told=told,
        promise=promise,
        begin_with=begin_with(survey),
        may_begin=may_begin,
        invitation=state,
        invites=survey.is_public and invited_at_all(db.session(), survey.activity),
        delete_by=project.delete_by,
        controller=project.controller,
        contact=project.contact,
        closes_at=survey.activity.closes_at,
        results_at=survey.activity.results_at,
        data=script_json(page_data(survey, reader, whole.pages, ticket)) if whole else None,
    )
    if ticket:
        return page(survey, reader, whole, facts), status
    key = (survey.id, survey.version, reader, facts)
    return kept("start", key, lambda: KeptPage(page(survey, reader, whole, facts))).answer(), status


def page(survey: Survey, reader: Reader, whole: RenderedForm | None, facts: Facts) -> str:
    """The page as HTML."""
    return show.render(
        "start",
        survey,
        reader,
        whole=whole,
        facts=facts,
        minutes=duration.minutes(survey.questionnaire),
        script=script_of(survey),
        styles=styles_of(survey),
    )


def begin_with(survey: Survey) -> str:
    """What of this address goes along to the first page: the language and what hidden questions ask of it."""
    asked = {"lang", *(one.setting("parameter") for one in survey.questionnaire.questions if one.type == "hidden")}
    given = {name: value for name, value in flask.request.args.items() if name in asked}
    return f"?{urlencode(given)}" if given else ""
