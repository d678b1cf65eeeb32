"""What fields begin with."""

from __future__ import annotations

from typing import Any

import pytest

from surveys.beginnings import beginnings
from surveys.flow import flow
from surveys.questionnaire import QuestionnaireError
from tests.unit.surveys.documents import category, choices, question, questionnaire

FITS = {"=": [{"column": "of"}, {"answer": "first"}]}
TOLD = [{**choices(code)[0], "columns": {"of": of}} for code, of in (("a", "x"), ("b", "y"))]


def begun(answers: dict[str, Any], *questions: dict[str, Any]) -> dict[str, Any]:
    asked = questionnaire(*questions)
    return beginnings(asked.questions, flow(asked, answers, {}, "2026-11-22T14:30").walk)


@pytest.mark.parametrize(
    ("kind", "own", "answer"),
    [
        ("short_text", {"default": "Lia"}, "Lia"),
        ("whole_number", {"default": 3}, 3),
        ("decimal", {"default": 2.5}, 2.5),
        ("slider", {"default": 40}, 40),
        ("scale", {"default": 4}, 4),
        ("single_choice", {"choices": choices("a", "1"), "default": "a"}, "a"),
        ("multiple_choice", {"choices": choices("a", "b"), "default": ["b", "a"]}, ["a", "b"]),
        ("ranking", {"choices": choices("a", "b"), "default": ["b", "a"]}, ["b", "a"]),
        ("date", {"default": {"date": "2026-12-24"}}, "2026-12-24"),
        ("date", {"default": {"add_days": [{"today": True}, 1]}}, "2026-11-23"),
        ("time", {"default": {"time": "14:30"}}, "14:30"),
        ("short_text", {"default": {"join": ["Hei ", {"answer": "first"}]}}, "Hei x"),
        ("whole_number", {"default": {"div": [1, 0]}}, None),
        ("whole_number", {"default": {"div": [1, 2]}}, None),
        ("single_choice", {"choices": TOLD, "choice_filter": FITS, "default": "a"}, "a"),
        ("single_choice", {"choices": TOLD, "choice_filter": FITS, "default": "b"}, None),
        ("short_text", {"default": "Lia", "relevant": {"=": [{"answer": "first"}, "z"]}}, None),
    ],
)
def test_a_field_begins_with_what_can_be_its_answer(kind: str, own: dict[str, Any], answer: Any) -> None:
    asked = question(kind, **own)
    expected = {} if answer is None else {"asked": answer}
    assert begun({"first": "x"}, question("short_text", "first"), asked) == expected


def test_what_is_answered_begins_with_nothing() -> None:
    assert begun({"asked": "Nei"}, question("short_text", default="Lia")) == {}


@pytest.mark.parametrize(
    ("kind", "own", "place"),
    [
        ("whole_number", {"default": "mange"}, "pages[0].questions[0].default"),
        ("whole_number", {"default": 200, "max": 120}, "pages[0].questions[0].default"),
        ("single_choice", {"choices": choices("a"), "default": "b"}, "pages[0].questions[0].default"),
        ("date", {"default": "i morgen"}, "pages[0].questions[0].default"),
        ("short_text", {"default": {"answer": "later"}}, "pages[0].questions[0].default.answer"),
        ("consent", {"default": True}, "pages[0].questions[0]"),
        ("photo", {"default": "a.jpg"}, "pages[0].questions[0]"),
        ("place", {"followups": [question("short_text", "f", default="x")], "categories": [category("a")]},
         "pages[0].questions[0].followups[0].default"),
    ],
)  # fmt: skip
def test_what_cannot_be_the_answer_is_refused(kind: str, own: dict[str, Any], place: str) -> None:
    with pytest.raises(QuestionnaireError) as refused:
        questionnaire(question(kind, **own))
    assert place in [problem.place for problem in refused.value.problems]
