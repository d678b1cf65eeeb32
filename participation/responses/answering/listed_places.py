"""Giving a place without a map: chosen among the project's own schools and zones by name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext as _
from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from participation.projects.named_places import NamedPlace
from participation.responses.answering import place_answers
from participation.responses.answering.filled_page import FilledPage
from surveys.answers import MOST_MARKS
from surveys.question import Question

AREA, ROUTE = "area", "route"


def may_add(filled: FilledPage, question: Question) -> bool:
    """Whether there is room for one more."""
    return filled.work.counts().get(question.variable, 0) < question.setting("max_marks", MOST_MARKS)


def add(session: Session, filled: FilledPage, variable: str, typed: MultiDict[str, str]) -> None:
    """Add the place that was chosen for the question; what was wrong goes to the page's errors."""
    question = next((one for one in filled.questions if one.variable == variable and one.on_map), None)
    if question is None or not may_add(filled, question):
        return
    category = typed.get(f"category-{variable}")
    keys = [key for key in typed.getlist(f"place-{variable}") if key]
    geometry = place_answers.geometry_of(session, filled.survey.activity.project, question.type, keys)
    if question.categories and category not in question.category_by_code:
        filled.errors[variable] = _("Choose what kind of place it is, and add it again.")
    elif geometry is None:
        filled.errors[variable] = lacking(question)
    else:
        chosen = category if question.categories else None
        properties: dict[str, Any] = {"question": variable, "category": chosen, "answers": {}}
        if question.cut_home:
            # Nobody lives in the middle of a zone, or in a school.
            properties["home_cut"] = True
        filled.work.marks.append({"type": "Feature", "geometry": geometry, "properties": properties})


def delete(filled: FilledPage, index: str) -> None:
    """Take the mark with this index away."""
    here = {card.index for question in filled.questions if question.on_map for card in filled.cards(question)}
    found = next((number for number in here if str(number) == index), None)
    if found is not None:
        del filled.work.marks[found]
        filled.errors = {}


def lacking(question: Question) -> str:
    """What must be chosen."""
    if question.type == ROUTE:
        return _("Choose where it begins and where it ends, two different places.")
    return _("Choose a place in the list, and add it.")


def offered(session: Session, filled: FilledPage, question: Question, typed: str) -> Sequence[NamedPlace]:
    """The places to choose among; with something typed, those that match."""
    places = place_answers.named_places(session, filled.survey.activity.project, areas_only=question.type == AREA)
    return place_answers.matching(places, typed)
