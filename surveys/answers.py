"""A response checked against its questionnaire: every problem at once, nothing half taken."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from surveys.answer_values import clean_answers
from surveys.error_list import ErrorList
from surveys.marks import CleanMark, clean_mark
from surveys.messages import Message, Translate, _, untranslated
from surveys.questionnaire import Questionnaire

__all__ = ["CleanMark", "CleanResponse", "clean_response"]

MOST_MARKS = 1000


@dataclass(slots=True)
class CleanResponse:
    """`answers`: variable → stored value, unanswered ones left out. `errors`: `{"field", "message"}` each."""

    answers: dict[str, Any] = field(default_factory=dict)
    marks: list[CleanMark] = field(default_factory=list)
    errors: list[dict[str, str]] = field(default_factory=list)


def clean_response(
    questionnaire: Questionnaire,
    answers: object,
    marks: object,
    complete: bool,
    translate: Translate = untranslated,
    project_area: str | None = None,
) -> CleanResponse:
    """Never raises for what a stranger sent. `complete=False` leaves required questions open.

    `project_area`: GeoJSON text in WGS84, for questions that keep their marks inside or outside it.
    """
    response, errors = CleanResponse(), ErrorList(translate)
    questions = questionnaire.question_by_variable
    response.answers = clean_answers(questions, answers, "answers", complete, errors)
    response.marks = _clean_marks(questionnaire, marks, complete, project_area, errors)
    response.errors = errors.finished()
    return response


def _clean_marks(
    questionnaire: Questionnaire, marks: object, complete: bool, project_area: str | None, errors: ErrorList
) -> list[CleanMark]:
    if not isinstance(marks, list):
        errors.add("marks", Message(_("Send the marks as a list of GeoJSON features.")))
        return []
    if len(marks) > MOST_MARKS:
        errors.add(
            "marks",
            Message(
                _("There are %(count)s marks. At most %(most)s can be sent."), {"count": len(marks), "most": MOST_MARKS}
            ),
        )
        return []
    cleaned = [
        mark
        for index, feature in enumerate(marks)
        if (mark := clean_mark(questionnaire, feature, f"marks[{index}]", complete, errors, project_area))
    ]
    _check_numbers(questionnaire, cleaned, complete, errors)
    return cleaned


def _check_numbers(questionnaire: Questionnaire, marks: list[CleanMark], complete: bool, errors: ErrorList) -> None:
    for question in questionnaire.map_questions:
        count = sum(mark.question == question.variable for mark in marks)
        most = question.setting("max_marks", MOST_MARKS)
        if count > most:
            errors.add(
                "marks",
                Message(
                    _("“%(question)s” has %(count)s marks. At most %(most)s can be sent."),
                    {"question": question.variable, "count": count, "most": most},
                ),
            )
        lacking = question.behaviour.lacking(question, count, required=question.required)
        if complete and lacking is not None:
            errors.add("marks", lacking)
