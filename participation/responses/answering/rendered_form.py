"""The whole form as HTML and its questionnaire for scripts: made once for each version and language, as versions never change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import flask
from markupsafe import Markup

from participation.responses.answering.page_data import in_one_language
from participation.responses.answering.reader import Reader
from participation.responses.answering.survey import Survey
from participation.responses.answering.whole_form import WholeForm

KEEP = 32


@dataclass(frozen=True)
class RenderedForm:
    """`html`: the form; `pages`: those of the questionnaire's document, in one language."""

    html: Markup
    pages: list[Any]


def rendered_form(survey: Survey, reader: Reader) -> RenderedForm:
    """The form in the reader's language, kept in memory."""
    kept: dict[tuple[int, int, str, str], RenderedForm] = flask.current_app.extensions.setdefault("whole_forms", {})
    key = (survey.id, survey.version, reader.language, reader.own)
    found = kept.get(key)
    if found is None:
        found = _render(survey, reader)
        if len(kept) >= KEEP:
            kept.pop(next(iter(kept)), None)
        kept[key] = found
    return found


def _render(survey: Survey, reader: Reader) -> RenderedForm:
    macro = flask.get_template_attribute("answering/parts/whole_form.html", "whole_form")
    pages = in_one_language(survey.questionnaire.document["pages"], set(reader.languages), reader.language)
    return RenderedForm(macro(WholeForm(survey, reader)), pages)
