"""What a survey's scripts show and say: made once for each version and language, as versions never change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import flask
from markupsafe import Markup

from participation.assets import page_texts
from participation.kept import kept
from participation.responses.answering.page_data import OneLanguage
from participation.responses.answering.reader import Reader
from participation.responses.answering.survey import Survey
from participation.responses.answering.whole_form import WholeForm


@dataclass(frozen=True)
class RenderedForm:
    """`html`: the form and the screens around it; `texts`: of the page's script, as JSON; `pages`: those of the questionnaire's
    document, in one language."""

    html: Markup
    texts: Markup
    pages: list[Any]


def rendered_form(survey: Survey, reader: Reader, promise: str | None) -> RenderedForm:
    """The form in the reader's language; `promise`: when the municipality answers, in words."""
    if survey.trial:
        # Its addresses are the link's own.
        return _render(survey, reader, promise)
    key = (survey.id, survey.version, reader, promise, survey.activity.results_at, survey.kiosk is not None)
    return kept("form", key, lambda: _render(survey, reader, promise))


def _render(survey: Survey, reader: Reader, promise: str | None) -> RenderedForm:
    screens = flask.get_template_attribute("answering/parts/screens.html", "screens")
    pages = OneLanguage(survey.questionnaire, reader.language).pages(survey.questionnaire.document)
    return RenderedForm(screens(WholeForm(survey, reader), promise), page_texts(script_of(survey)), pages)


def script_of(survey: Survey) -> str:
    """Which of the scripts for pages a survey needs."""
    return f"kiosk_{styles_of(survey)}" if survey.kiosk else styles_of(survey)


def styles_of(survey: Survey) -> str:
    """Which of the style sheets."""
    return "survey_map" if survey.questionnaire.map_questions else "survey"
