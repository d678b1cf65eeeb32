"""A response checked against its questionnaire: every problem at once, nothing half taken."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from surveys.answer_values import answers_sent, problem_with, read_answers, report_open, report_refused, settle
from surveys.checking import Checking
from surveys.error_list import ErrorList
from surveys.flow import flow
from surveys.marks import CleanMark, clean_mark
from surveys.messages import Message, Translate, _, untranslated
from surveys.questionnaire import Questionnaire
from surveys.walk import Walk

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
    language: str = "",
    now: str | None = None,
) -> CleanResponse:
    """Never raises for what a stranger sent. `complete=False` leaves required questions open, and constraints unasked.

    What a condition hides is left out without a word; what is calculated is calculated here. `project_area`: GeoJSON text
    in WGS84, for questions that keep their marks inside or outside it. `language`: of the questionnaire's own messages.
    `now`: the respondent's local date and time, `2026-11-22T14:30`.
    """
    response, checking = (
        CleanResponse(),
        Checking(questionnaire, ErrorList(translate), complete, project_area, language),
    )
    questions = questionnaire.question_by_variable
    read = read_answers(questions, answers_sent(answers, "answers", checking.errors))
    if questionnaire.has_logic:
        checking.flow = flow(questionnaire, read.values, _counts(marks), now)
    walk = checking.flow.walk if checking.flow else None
    report_refused(read, walk.hidden if walk else (), "answers", checking.errors)
    checking.answers = response.answers = settle(questions, read, walk)
    if complete:
        report_open(questions, read, walk, "answers", checking)
    response.marks = _clean_marks(marks, walk, checking)
    response.errors = checking.errors.finished()
    return response


def _counts(marks: object) -> Counter[str]:
    """How many marks were sent for each question."""
    sent = marks if isinstance(marks, list) and len(marks) <= MOST_MARKS else []
    return Counter(variable for feature in sent if (variable := _asked_by(feature)))


def _asked_by(feature: object) -> str | None:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    variable = properties.get("question") if isinstance(properties, dict) else None
    return variable if isinstance(variable, str) else None


def _clean_marks(marks: object, walk: Walk | None, checking: Checking) -> list[CleanMark]:
    if not isinstance(marks, list):
        checking.errors.add("marks", Message(_("Send the marks as a list of GeoJSON features.")))
        return []
    if len(marks) > MOST_MARKS:
        template = _("There are %(count)s marks. At most %(most)s can be sent.")
        checking.errors.add("marks", Message(template, {"count": len(marks), "most": MOST_MARKS}))
        return []
    cleaned = [
        mark
        for index, feature in enumerate(marks)
        if not (walk and _asked_by(feature) in walk.hidden)
        and (mark := clean_mark(feature, f"marks[{index}]", checking))
    ]
    _check_numbers(cleaned, walk, checking)
    return cleaned


def _check_numbers(marks: list[CleanMark], walk: Walk | None, checking: Checking) -> None:
    for question in checking.questionnaire.map_questions:
        count = sum(mark.question == question.variable for mark in marks)
        most = question.setting("max_marks", MOST_MARKS)
        if count > most:
            template = _("“%(question)s” has %(count)s marks. At most %(most)s can be sent.")
            told = {"question": question.variable, "count": count, "most": most}
            checking.errors.add("marks", Message(template, told))
        problem = problem_with(question, count, walk, lambda: checking.words({}, {})) if checking.complete else None
        if problem is not None:
            checking.errors.add("marks", problem)
