"""One mark checked against its question: geometry, category and follow-up answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from surveys.answer_values import answers_sent, read_answers, report_open, report_refused, settle
from surveys.boundary import check_boundary
from surveys.checking import Checking
from surveys.error_list import ErrorList
from surveys.errors import AnswerError
from surveys.flow import mark_flow
from surveys.messages import Message, _, shown
from surveys.questionnaire import Question, Questionnaire


@dataclass(slots=True)
class CleanMark:
    """`geometry`: GeoJSON in WGS84. `home_cut`: None = not told, and always None where the question does not ask.

    `place`: where it stands in what was sent, such as `marks[3]`.
    """

    question: str
    category: str | None
    geometry: dict[str, Any]
    home_cut: bool | None
    answers: dict[str, Any]
    place: str


def clean_mark(feature: object, place: str, checking: Checking) -> CleanMark | None:
    """None where anything was wrong with the mark; what, stands in the errors of `checking`."""
    errors = checking.errors
    before = errors.count
    properties = _properties(feature, place, errors)
    if properties is None or not isinstance(feature, dict):
        return None
    question = _question(checking.questionnaire, properties, place, errors)
    if question is None:
        return None
    category = _category(question, properties.get("category"), place, errors)
    geometry = _geometry(question, feature.get("geometry"), place, checking.project_area, errors)
    answers = _followups(question, category, properties.get("answers"), f"{place}.answers", checking)
    if errors.count > before:
        return None
    home_cut = _home_cut(question, properties.get("home_cut"))
    return CleanMark(question.variable, category, geometry, home_cut, answers, place)


def _properties(feature: object, place: str, errors: ErrorList) -> dict[str, Any] | None:
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        errors.add(place, Message(_("A mark must be a GeoJSON Feature.")))
        return None
    properties = feature.get("properties")
    if not isinstance(properties, dict):
        errors.add(f"{place}.properties", Message(_("The mark lacks its properties: question, category, answers.")))
        return None
    return properties


def _question(
    questionnaire: Questionnaire, properties: dict[str, Any], place: str, errors: ErrorList
) -> Question | None:
    variable = properties.get("question")
    question = questionnaire.question_by_variable.get(variable) if isinstance(variable, str) else None
    if question is not None and question.on_map:
        return question
    errors.add(
        f"{place}.question",
        Message(_("“%(value)s” is not a question for the map in this questionnaire."), {"value": shown(variable)}),
    )
    return None


def _category(question: Question, code: object, place: str, errors: ErrorList) -> str | None:
    if not question.categories and code is None:
        return None
    if isinstance(code, str) and code in question.category_by_code:
        return code
    errors.add(
        f"{place}.category",
        Message(
            _("“%(value)s” is not a category of this question. Choose among: %(choices)s."),
            {"value": shown(code), "choices": ", ".join(question.category_by_code)},
        ),
    )
    return None


def _geometry(
    question: Question, geometry: object, place: str, project_area: str | None, errors: ErrorList
) -> dict[str, Any]:
    try:
        cleaned = question.map_behaviour.clean_geometry(geometry)
        check_boundary(question, cleaned, project_area)
        return cleaned
    except AnswerError as error:
        errors.add(f"{place}.geometry", error)
        return {}


def _followups(
    question: Question, category: str | None, sent: object, place: str, checking: Checking
) -> dict[str, Any]:
    questions = question.followups_by_category.get(category)
    if questions is None:
        return {}
    read = read_answers(questions, answers_sent({} if sent is None else sent, place, checking.errors))
    whole = checking.flow if question.followups_have_logic else None
    walk = mark_flow(question, category, read.values, whole) if whole else None
    report_refused(read, walk.hidden if walk else (), place, checking.errors)
    answers = settle(questions, read, walk)
    if checking.complete:
        report_open(questions, read, walk, place, checking)
    return answers


def _home_cut(question: Question, told: object) -> bool | None:
    # Anything but a plain yes or no counts as not told: the server then cuts, and a child's work is never refused.
    return told if question.cut_home and isinstance(told, bool) else None
