"""Answers by variable checked against their questions: those of a whole response, or the follow-ups of a mark."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Any

from surveys.error_list import ErrorList
from surveys.errors import AnswerError
from surveys.messages import Message, _, shown
from surveys.question import Question


def clean_answers(
    questions: Mapping[str, Question], answers: object, place: str, complete: bool, errors: ErrorList
) -> dict[str, Any]:
    """Variable → stored value, unanswered ones left out; what was wrong goes to `errors`."""
    cleaned: dict[str, Any] = {}
    if not isinstance(answers, dict):
        errors.add(place, Message(_('Send the answers as an object: {"variable": answer}.')))
        return cleaned
    refused = set()
    for variable, value in answers.items():
        question = questions.get(variable)
        if question is None:
            errors.add(f"{place}.{shown(variable)}", Message(_("The questionnaire has no such question. Remove it.")))
            continue
        try:
            answer = question.behaviour.clean(question, value)
        except AnswerError as error:
            errors.add(f"{place}.{variable}", error)
            refused.add(variable)
            continue
        if answer is not None:
            cleaned[variable] = answer
    _drop_unopened(questions, cleaned)
    if complete:
        _report_open(questions, cleaned, refused, place, errors)
    return cleaned


def _drop_unopened(questions: Mapping[str, Question], cleaned: dict[str, Any]) -> None:
    """Leave out the texts whose choice is not made: nobody sees them any more."""
    for question in questions.values():
        text = question.other_text
        if text is not None and not question.opens_text(cleaned.get(question.variable)):
            cleaned.pop(text.variable, None)


def _report_open(
    questions: Mapping[str, Question], cleaned: Mapping[str, Any], refused: Set[str], place: str, errors: ErrorList
) -> None:
    for variable, question in questions.items():
        if question.on_map or variable in refused:
            continue
        lacking = question.behaviour.lacking(question, cleaned.get(variable), required=question.required)
        if lacking is not None:
            errors.add(f"{place}.{variable}", lacking)
