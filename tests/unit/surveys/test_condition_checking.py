"""Every problem of an expression is told, with its place."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveys.conditions.checking import check_expression
from surveys.conditions.names import Known, Names
from surveys.conditions.operators.operator import ANY, BOOLEAN, Kinds
from surveys.conditions.references import variables_in
from surveys.conditions.values import Kind
from surveys.document_check import DocumentCheck
from tests.unit.surveys.expressions import expressions, plain

KNOWN = {
    "age": Known("number"),
    "name": Known("text"),
    "mode": Known("code", ("walk", "bike")),
    "why": Known("codes", ("dark", "cars")),
    "safe": Known("step", ("dont_know",)),
    "born": Known("date"),
    "at": Known("time"),
    "agree": Known("boolean"),
    "photo": Known("unknown"),
    "worked_out": Known(None),
    "places": Known("number", on_map=True),
}


def checked(expression: Any, wanted: Kinds = BOOLEAN, own: Known | None = None) -> tuple[Kind | None, dict[str, str]]:
    check = DocumentCheck()
    kind = check_expression(expression, "here", wanted, Names(KNOWN, own), check)
    return kind, {problem.place: problem.message.render() for problem in check.problems}


@pytest.mark.parametrize(
    "expression",
    [
        True,
        {"answer": "agree"},
        {"=": [{"answer": "age"}, 3]},
        {"=": [{"answer": "mode"}, "walk"]},
        {"=": [{"answer": "mode"}, {"answer": "name"}]},
        {"=": [{"answer": "safe"}, 3]},
        {"=": [{"answer": "why"}, ["dark"]]},
        {"<": [{"answer": "born"}, {"today": True}]},
        {"<": [{"answer": "born"}, {"now": True}]},
        {"<": [{"answer": "at"}, {"time": "12:00"}]},
        {">": [{"+": [{"answer": "age"}, {"answer": "safe"}, {"marks": "places"}]}, 3]},
        {"selected": [{"answer": "why"}, "dark"]},
        {"selected": [{"answer": "mode"}, "bike"]},
        {"selected": [{"answer": "safe"}, "dont_know"]},
        {"answered": [{"answer": "photo"}]},
        {"=": [{"answer": "worked_out"}, 3]},
        {"=": [{"answer": "worked_out"}, "three"]},
        {"if": [{"answer": "agree"}, {"not": [False]}, None]},
        {"=": [{"coalesce": [{"answer": "mode"}, {"answer": "name"}]}, "x"]},
        {"matches": [{"answer": "name"}, "[A-Z].*"]},
        {"=": [{"join": [{"answer": "age"}, " ", {"answer": "why"}, {"answer": "born"}]}, "12 dark"]},
    ],
)
def test_a_sound_condition_has_no_problem(expression: Any) -> None:
    assert checked(expression) == ("boolean", {})


@pytest.mark.parametrize(
    ("expression", "place", "words"),
    [
        (3, "here", "number"),
        ("", "here", "no value"),
        ({"=": [{"answer": "age"}, float("inf")]}, "here.=[1]", "no value"),
        ({"=": [{"answer": "age"}, 10**400]}, "here.=[1]", "no value"),
        ({"selected": [{"answer": "why"}, []]}, "here.selected[1]", "no value"),
        ({}, "here", "one operator"),
        ({"and": [True], "or": [True]}, "here", "one operator"),
        ({"andd": [True]}, "here", "“andd” is no operator. Use one of these: and."),
        ({"and": True}, "here", "values: 1–101"),
        ({"not": [True, False]}, "here", "values: 1."),
        ({"and": [{"answer": "ages"}]}, "here.and[0].answer", "Did you mean age?"),
        ({"and": [{"answer": "nothing_like_it"}]}, "here.and[0].answer", "No question has the variable"),
        ({"and": [{"answer": ["age"]}]}, "here.and[0].answer", "No question"),
        ({"answered": [{"answer": "places"}]}, "here.answered[0].answer", "“marks”"),
        ({"<": [{"marks": "age"}, 3]}, "here.<[0].marks", "“answer”"),
        ({"=": [{"answer": "age"}, "3"]}, "here.=", "number, text"),
        ({"=": [{"answer": "mode"}, "car"]}, "here.=[1]", "walk, bike"),
        ({"!=": [["dark", "light"], {"answer": "why"}]}, "here.!=[0]", "“light”"),
        ({"selected": [{"answer": "safe"}, "3"]}, "here.selected[1]", "dont_know"),
        ({"selected": [{"answer": "age"}, "3"]}, "here.selected[0]", "number"),
        ({"<": [{"answer": "name"}, "b"]}, "here.<[0]", "number, date, time"),
        ({"<": [{"answer": "born"}, {"answer": "at"}]}, "here.<", "date, time"),
        ({"=": [{"answer": "age"}, None]}, "here.=[1]", "“answered”"),
        ({"and": [{"answer": "age"}]}, "here.and[0]", "true or false"),
        ({"=": [{"answer": "photo"}, "x"]}, "here.=[0]", "answer of many parts"),
        ({"<": [{"answer": "born"}, {"date": "22.11.2026"}]}, "here.<[1].date", "2026-11-22"),
        ({"<": [{"answer": "at"}, {"time": "25:00"}]}, "here.<[1].time", "14:30"),
        ({"<": [{"answer": "born"}, {"today": 1}]}, "here.<[1].today", "true"),
        ({">": [{"self": True}, 3]}, "here.>[0].self", "constraint"),
        ({"matches": [{"answer": "name"}, "(a"]}, "here.matches[1]", "brackets"),
        ({"matches": [{"answer": "name"}, {"answer": "name"}]}, "here.matches[1]", "itself"),
        ({"if": [True, 1, "a"]}, "here.if", "of one kind"),
    ],
)
def test_a_problem_has_a_place_and_words(expression: Any, place: str, words: str) -> None:
    _kind, problems = checked(expression)

    assert words in problems[place]
    assert all(text.endswith((".", "?")) and len(text) < 500 for text in problems.values())


def test_every_problem_is_told_at_once() -> None:
    expression = {"and": [{"=": [{"answer": "agee"}, 3]}, {"<": [{"answer": "name"}, 3]}, {"wings": []}]}

    assert list(checked(expression)[1]) == [
        "here.and[0].=[0].answer",
        "here.and[1].<[0]",
        "here.and[1].<",
        "here.and[2]",
    ]


def test_the_size_is_limited_and_told_once() -> None:
    deep: Any = True
    for _level in range(30):
        deep = {"not": [deep]}

    assert len(checked(deep)[1]) == 1
    assert len(checked({"and": [{"or": [True] * 90}] * 90})[1]) == 1


def test_a_constraint_knows_its_own_question() -> None:
    own = Known("code", ("yes", "no"))

    assert checked({"=": [{"self": True}, "yes"]}, own=own) == ("boolean", {})
    assert "yes, no" in checked({"=": [{"self": True}, "maybe"]}, own=own)[1]["here.=[1]"]


@pytest.mark.parametrize(
    ("expression", "kind"),
    [
        ({"+": [1, 2]}, "number"),
        ({"if": [True, {"answer": "mode"}, "x"]}, "text"),
        ({"if": [True, {"answer": "mode"}, {"answer": "mode"}]}, "code"),
        ({"coalesce": [{"today": True}, {"now": True}]}, "date"),
        ({"add_days": [{"now": True}, 3]}, "date"),
        (None, None),
    ],
)
def test_a_calculation_has_a_kind(expression: Any, kind: str | None) -> None:
    assert checked(expression, ANY) == (kind, {})


@settings(max_examples=300, deadline=None)
@given(expressions | plain | st.dictionaries(st.text(), st.lists(expressions, max_size=2), max_size=2))
def test_any_expression_is_looked_through(expression: Any) -> None:
    variables_in(expression)
    for text in checked(expression)[1].values():
        text.encode()
