"""What is wrong with a page that was filled in, and what of it can be kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from flask_babel import gettext as _

from participation.clock import local, now
from participation.responses.answering.mark_cards import mark_index
from participation.responses.answering.work import Work
from surveys.answer_values import problem_with
from surveys.answers import clean_response
from surveys.messages import Message
from surveys.own_messages import OwnWords
from surveys.question import Question

if TYPE_CHECKING:
    from participation.responses.answering.filled_page import FilledPage


def judge(filled: FilledPage, finished: bool) -> None:
    """Leave only good answers in the work, and tell what was wrong here; `finished`: and what is left open here."""
    survey, work, here = filled.survey, filled.work, variables(filled.questions)
    area, language = survey.activity.project.area, filled.reader.language
    checked = clean_response(survey.questionnaire, work.answers, work.marks, finished, _, area, language, moment())
    filled.errors = dict(_of_page(here, work, checked.errors))
    work.answers = checked.answers
    filled.refused |= _taken_out(work, filled.errors)
    if finished:
        filled.errors |= dict(_lacking_marks(filled))
    tell(filled, {})


def tell(filled: FilledPage, more: Mapping[str, str]) -> None:
    """Put what is wrong, and `more` by the same places, at the fields."""
    filled.errors |= more
    for variable in filled.errors.keys() & filled.form._fields.keys():
        _tell(filled, variable)


def moment() -> str:
    """The respondent's local time, as conditions read it."""
    return local(now()).strftime("%Y-%m-%dT%H:%M")


def variables(questions: Iterable[Question]) -> set[str]:
    """Every variable that the questions have."""
    found = list(questions)
    return {one.variable for one in found} | {one.other_text.variable for one in found if one.other_text}


def _tell(filled: FilledPage, variable: str) -> None:
    """At the field; in a matrix at each row that is wrong."""
    field = filled.form[variable]
    if field.question.rows:
        field.validate(filled.form)
    field.errors = [filled.errors[variable]]


def _lacking_marks(filled: FilledPage) -> Iterable[tuple[str, str]]:
    walk, counts, work = filled.flow.walk, filled.work.counts(), filled.work
    known = filled.survey.questionnaire.question_by_variable
    words = OwnWords(filled.reader.language, known, {**work.answers, **counts})
    for asked in filled.questions:
        problem = problem_with(asked, counts.get(asked.variable, 0), walk, lambda: words) if asked.on_map else None
        if problem is not None:
            yield asked.variable, _named(problem, filled.asked_at(asked.variable)[0]).render(_)


def _named(problem: Message, label: str) -> Message:
    """With the question's words where its variable stands, which no respondent knows."""
    return replace(problem, params={**problem.params, "question": label}) if problem.params else problem


def _of_page(here: set[str], work: Work, errors: list[dict[str, str]]) -> Iterable[tuple[str, str]]:
    for error in errors:
        place, _dot, name = error["field"].partition(".")
        if place == "answers" and name in here:
            yield name, error["message"]
        followup = place.startswith("marks[") and name.startswith("answers.")
        if followup and work.marks[mark_index(place)]["properties"]["question"] in here:
            yield error["field"], error["message"]


def _taken_out(work: Work, errors: Iterable[str]) -> dict[str, Any]:
    """Take what cannot be kept out of the marks' answers, by its place."""
    return {
        place: work.marks[mark_index(place)]["properties"]["answers"].pop(place.rpartition(".")[2], None)
        for place in errors
        if place.startswith("marks[")
    }
