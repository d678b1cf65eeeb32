"""Short ways to ask one question and look at it."""

from __future__ import annotations

from typing import Any

import pytest

from surveys.answers import clean_response
from surveys.errors import AnswerError
from surveys.question import Question
from surveys.questionnaire import Questionnaire, QuestionnaireError
from tests.unit.surveys.documents import document, question, questionnaire


def ask(kind: str, **settings: Any) -> Question:
    return questionnaire(question(kind, **settings)).question("asked")


def refusal(asked: Question, value: object) -> str:
    """The words that the answer is refused with."""
    with pytest.raises(AnswerError) as refused:
        asked.clean(value)
    words = refused.value.render()
    assert words.endswith(".") and len(words) < 250
    return words


def problems(kind: str, **settings: Any) -> dict[str, str]:
    """What is wrong with a document, by place within the question."""
    try:
        Questionnaire.from_document(document(question(kind, **settings)))
    except QuestionnaireError as refused:
        here = "pages[0].questions[0]"
        return {found.place.removeprefix(here).lstrip("."): found.message.render() for found in refused.problems}
    return {}


def errors_when_sent(asked: Questionnaire, answers: dict[str, Any]) -> dict[str, str]:
    """Errors by field of a complete response."""
    response = clean_response(asked, answers, [], True)
    return {error["field"]: error["message"] for error in response.errors}


def columns(asked: Question) -> dict[str, str]:
    """Kinds of the columns by name."""
    return {column.name: column.kind for column in asked.behaviour.columns(asked, "nb")}
