"""One page of a questionnaire that is being built, as residents or pupils see it; nothing of it can be sent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import flask
from flask_babel import force_locale
from flask_babel import gettext as _

from participation import catalogues
from participation.activities.models import Activity
from participation.activities.services import is_for_classes
from participation.responses.answering.reader import Reader, reader_of
from participation.responses.answering.survey import Survey
from participation.responses.answering.whole_form import AFTER, BEFORE, WholeForm
from surveys.document_structure import AGES
from surveys.editing.presenting import languages_of, presentable
from surveys.questionnaire import Questionnaire

YOUNG = AGES[0]
EARLIER = re.compile(f"{BEFORE}([a-z0-9_]*){AFTER}")


@dataclass(frozen=True)
class DraftSurvey(Survey):
    """A survey that nobody can answer; `version`: the newest that is published, 0 for none."""

    def picture(self, name: str) -> str:
        """Among the draft's pictures, and those that are published."""
        slug = self.activity.project.slug
        return flask.url_for("builder.picture", slug=slug, identity=self.id, picture_name=name)


def preview(activity: Activity, version: int, document: dict[str, Any], at: int, language: str) -> str:
    """The page `at` in this language as HTML."""
    broken = _("This question is shown when what is wrong with it is mended.")
    questionnaire = presentable(document, at, {languages_of(document)[0]: broken})
    reader = reader_of(questionnaire.languages, [language], catalogues.languages(catalogues.PARTICIPANTS))
    with force_locale(reader.own):
        if is_for_classes(activity):
            return _for_pupils(reader, questionnaire, at == 0)
        html = _rendered(DraftSurvey(activity, version, questionnaire), reader, questionnaire, at == 0)
    return EARLIER.sub(r"[\1]", html)


def _for_pupils(reader: Reader, questionnaire: Questionnaire, first: bool) -> str:
    """Room for the page, which the builder's script puts together of the pupils' own parts, and all it needs for that."""
    shown = {"questionnaire": questionnaire.document, "language": reader.language, "first": first}
    return flask.render_template(
        "builder/pupil_page.html",
        shown=shown,
        title=reader.text(questionnaire.title),
        young=questionnaire.age == YOUNG,
        language=reader.language,
        direction=reader.direction,
    )


def _rendered(survey: Survey, reader: Reader, questionnaire: Questionnaire, first: bool) -> str:
    return flask.render_template(
        "builder/preview.html",
        survey=survey,
        reader=reader,
        said=reader.said,
        language=reader.language,
        direction=reader.direction,
        whole=WholeForm(survey, reader),
        page=questionnaire.pages[0],
        first=first,
    )
