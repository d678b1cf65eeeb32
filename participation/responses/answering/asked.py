"""Questions as this respondent reads them, and their fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from flask_babel import gettext as _

from participation.responses.answer_words import texts_of
from surveys.answer_form import AnswerForm, answer_form
from surveys.answer_texts import AnswerTexts
from surveys.question import Question
from surveys.question_texts import with_answers
from surveys.questionnaire import Questionnaire


def earlier(questionnaire: Questionnaire, answers: Mapping[str, Any], language: str) -> AnswerTexts:
    """What was answered, to be read in the texts of later questions."""
    return texts_of(questionnaire.question_by_variable, answers, language)


def fields(
    questions: Iterable[Question], language: str, texts: Callable[[str], str], *given: Any, **more: Any
) -> AnswerForm:
    """The questions as one form; `texts`: what stands in their words for an earlier answer, by its variable."""
    return answer_form([with_answers(one, texts) for one in questions], language, _)(*given, **more)
