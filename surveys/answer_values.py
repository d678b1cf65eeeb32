"""Answers by variable checked against their questions: those of a whole response, or the follow-ups of a mark."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Any

from surveys.error_list import ErrorList
from surveys.errors import AnswerError
from surveys.messages import Message, _, shown
from surveys.questionnaire import Question


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
    if complete:
        _report_open(questions, cleaned.keys() | refused, place, errors)
    return cleaned


def _report_open(questions: Mapping[str, Question], dealt_with: Set[str], place: str, errors: ErrorList) -> None:
    for variable, question in questions.items():
        if question.required and variable not in dealt_with and not question.on_map:
            errors.add(f"{place}.{variable}", Message(_("This question must be answered.")))
