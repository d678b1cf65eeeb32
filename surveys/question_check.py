"""Checks what every question has; its type checks the rest."""

from __future__ import annotations

from typing import Any

from surveys.beginning_check import beginning_problem
from surveys.document_check import DocumentCheck
from surveys.messages import _
from surveys.question_types import QUESTION_TYPES, QuestionType
from surveys.unread_check import check_unread, is_unread

# Columns that every download has, of the mark itself and not of an answer.
TAKEN = frozenset(
    {
        "id",
        "response",
        "activity",
        "school",
        "school_year",
        "class_session",
        "session_date",
        "zone_code",
        "zone_name",
        "question",
        "category",
        "sentiment",
        "week",
        "channel",
        "people",
        "status",
        "length_m",
        "area_m2",
        "lon",
        "lat",
        "e",
        "n",
        "geometry",
    }
)


def check_question(question: object, place: str, check: DocumentCheck) -> QuestionType | None:
    """The question's type, None where it cannot be told."""
    before = len(check.problems)
    if check.mapping(question, place) is None or not isinstance(question, dict):
        return None
    check.code(question.get("uid"), f"{place}.uid")
    _check_variable(question, f"{place}.variable", check)
    check.texts(question.get("label"), f"{place}.label")
    check.texts(question.get("hint"), f"{place}.hint", required=False)
    check.texts(question.get("required_message"), f"{place}.required_message", required=False)
    check.texts(question.get("constraint_message"), f"{place}.constraint_message", required=False)
    check_unread(question, place, check)
    if "constraint_message" in question and not _has_constraint(question):
        check.report(f"{place}.constraint_message", _("There is no constraint that this could be told for. Write one."))
    if not check.one_of(question.get("type"), tuple(QUESTION_TYPES), f"{place}.type"):
        return None
    behaviour = QUESTION_TYPES[question["type"]]
    behaviour.check(question, place, check)
    if "default" in question and len(check.problems) == before:
        _check_default(question, f"{place}.default", check)
    return behaviour


def _check_default(question: dict[str, Any], place: str, check: DocumentCheck) -> None:
    """One that is no condition must be such an answer as the question takes."""
    problem = beginning_problem(question)
    if problem is not None:
        check.report(place, _("The field cannot begin with this. %(why)s"), why=problem)


def _has_constraint(question: dict[str, Any]) -> bool:
    return question.get("constraint") is not None or is_unread(question, "constraint")


def check_followups(questions: object, place: str, check: DocumentCheck) -> list[str]:
    """The variables of the follow-up questions."""
    variables: list[str] = []
    for index, question in enumerate(check.items(questions, place, 50) if questions is not None else ()):
        behaviour = check_question(question, f"{place}[{index}]", check)
        if behaviour is not None and behaviour.collects_marks:
            check.report(
                f"{place}[{index}].type", _("A follow-up cannot be a question for the map. Choose another type.")
            )
        if isinstance(question, dict) and question.get("default") is not None:
            check.report(f"{place}[{index}].default", _("What is asked about a mark begins empty. Remove “default”."))
        if behaviour is not None and isinstance(question, dict):
            variables.extend(variables_of(question))
    return variables


def variables_of(question: dict[str, Any]) -> list[str]:
    """Every name that the answers and columns of a question take up, in a document not checked yet."""
    kind = question.get("type")
    behaviour = QUESTION_TYPES.get(kind) if isinstance(kind, str) else None
    if behaviour is not None:
        return behaviour.variables(question)
    return [variable] if isinstance(variable := question.get("variable"), str) else []


def _check_variable(question: dict[str, Any], place: str, check: DocumentCheck) -> None:
    check.variable(question.get("variable"), place)
    for name in variables_of(question):
        if name in TAKEN:
            check.report(
                place, _("“%(name)s” is a column of its own in every download. Choose another name."), name=name
            )
