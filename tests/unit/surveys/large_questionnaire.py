"""A questionnaire of many questions, each with conditions, to measure with."""

from __future__ import annotations

from typing import Any

from surveys.questionnaire import Questionnaire
from tests.unit.surveys.documents import choices, label, question

ON_A_PAGE = 30
SETTINGS: dict[str, dict[str, Any]] = {
    "short_text": {"constraint": {"matches": [{"self": True}, "[A-ZÆØÅa-zæøå ,.]{1,200}"]}},
    "whole_number": {"constraint": {"and": [{">=": [{"self": True}, 0]}, {"<": [{"self": True}, 200]}]}},
    "single_choice": {"choices": choices("a", "b", "c")},
    "calculated": {},
}
ANSWERS: dict[str, Any] = {
    "short_text": "Det er mørkt her om kvelden, og bilene kjører fort.",
    "whole_number": 3,
    "single_choice": "a",
}


def large_document(questions: int = 900, *, logic: bool = True) -> dict[str, Any]:
    asked = [_question(number, logic) for number in range(questions)]
    pages = [
        {"name": f"page{start}", "title": label(), "questions": asked[start : start + ON_A_PAGE]}
        for start in range(0, questions, ON_A_PAGE)
    ]
    return {"format": 1, "languages": ["nb"], "title": label(), "pages": pages}


def answers_to(asked: Questionnaire) -> dict[str, Any]:
    return {question.variable: ANSWERS[question.type] for question in asked.questions if question.type in ANSWERS}


def _question(number: int, logic: bool) -> dict[str, Any]:
    kind = list(SETTINGS)[number % len(SETTINGS)]
    if not logic:
        plain = {"choices": SETTINGS["single_choice"]["choices"]} if kind == "single_choice" else {}
        return question("long_text" if kind == "calculated" else kind, f"q{number}", **plain)
    settings = SETTINGS[kind] | (_calculation(number) if kind == "calculated" else {})
    return question(kind, f"q{number}", **(_conditions(number) | settings))


def _calculation(number: int) -> dict[str, Any]:
    return {"calculation": {"+": [{"coalesce": [{"answer": f"q{number - 2}"}, 0]}, number]}}


def _conditions(number: int) -> dict[str, Any]:
    """Referring to the last four questions before, of every kind."""
    text, whole, choice = (f"q{number - number % 4 - back}" for back in (4, 3, 2))
    if number < 4:
        return {}
    told = {"or": [{">=": [{"answer": whole}, 1]}, {"contains": [{"answer": text}, "mørk"]}]}
    return {
        "relevant": {"and": [{"not": [{"=": [{"answer": choice}, "c"]}]}, told]},
        "required": {"answered": [{"answer": whole}]},
        "label": {"nb": f"Om {{{choice}}} og {{{whole}}}"},
    }
