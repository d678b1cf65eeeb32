"""Invented questionnaires, with conditions sound and wrong, and answers to them, for hypothesis."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from surveys.conditions.operators import OPERATORS
from surveys.logic import read_logic
from surveys.question_reading import read_questions
from surveys.question_types import QUESTION_TYPES
from surveys.questionnaire import Page, Questionnaire
from tests.unit.surveys.documents import category, choices, label, question
from tests.unit.surveys.examples import EXAMPLES
from tests.unit.surveys.expressions import VARIABLES, expressions, plain

OPENS_A_TEXT = [*choices("a"), {**choices("b")[0], "specify": True}]
TOLD_APART = [
    {**one, "columns": columns}
    for one, columns in zip(choices("a", "c", "2"), ({"a": "a", "b": "2"}, {"a": "b"}, {}), strict=True)
]
KINDS: list[tuple[str, dict[str, Any]]] = [
    *((name, own) for name, (own, _answer) in EXAMPLES.items() if name not in ("route", "place", "area", "calculated")),
    ("single_choice", {"choices": OPENS_A_TEXT}),
    ("multiple_choice", {"choices": OPENS_A_TEXT}),
    ("matrix", {"rows": choices("a", "b"), "choices": choices("a", "b")}),
    ("place", {}),
    ("single_choice", {"choices": TOLD_APART, "dont_know": label("Vet ikke")}),
    ("multiple_choice", {"choices": [*TOLD_APART, OPENS_A_TEXT[1]]}),
    ("ranking", {"choices": TOLD_APART}),
]
NAMES = (*VARIABLES, "a_other", "b_other", "a_a", "c_b", "d_paths")

few = st.sampled_from(
    ["a", "b", "dont_know", "2", 3, True, None, ["a"], ["b", "a"], {"a": "b", "paths": 2}, "2026-11-22"]
)
conditions = (
    st.none()
    | expressions
    | st.builds(
        lambda name, operator, value: {operator: [{"answer": name}, value]},
        st.sampled_from(NAMES),
        st.sampled_from([name for name, operator in OPERATORS.items() if operator.least == 2]),
        few,
    )
)
filters = conditions | st.builds(
    lambda operator, column, name: {operator: [{"answer": name}, {"column": column}]},
    st.sampled_from(["=", "!=", "selected"]),
    st.sampled_from(["a", "b", "name"]),
    st.sampled_from(NAMES),
)
logic = st.fixed_dictionaries(
    {},
    optional={
        "relevant": conditions,
        "required": st.booleans() | conditions,
        "constraint": conditions,
        "choice_filter": filters,
    },
)


def _with_logic(variable: str, kind: str, settings: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """Only choices that are listed can be filtered."""
    fitting = {
        name: one for name, one in own.items() if name != "choice_filter" or name in QUESTION_TYPES[kind].settings
    }
    return question(kind, variable, **settings, **fitting)


def _asked(variable: str) -> st.SearchStrategy[dict[str, Any]]:
    ordinary = st.builds(lambda kind, own: _with_logic(variable, *kind, own), st.sampled_from(KINDS), logic)
    calculated = st.builds(
        lambda worked_out, own: _with_logic(variable, "calculated", {"calculation": worked_out}, own),
        expressions,
        logic,
    )
    return ordinary | calculated


questions = st.tuples(*map(_asked, VARIABLES[1:])).map(list)
followups = st.tuples(*map(_asked, ("b", "e", "f"))).map(list)
on_map = st.builds(
    lambda common, own: question(
        "place", "a", followups=common[:1], categories=[category("x", followups=common[1:] + own)]
    ),
    followups,
    st.just([]),
)
documents = st.builds(
    lambda first, asked, relevant: {
        "pages": [
            {"name": "first", "title": label(), "questions": [first, *asked[:1]]},
            {"name": "second", "title": label(), "questions": asked[1:], "relevant": relevant},
        ]
    },
    on_map,
    questions,
    conditions,
)
given_answers = st.dictionaries(st.sampled_from((*NAMES, "e", "f")), few | plain, max_size=8)


def read(document: dict[str, Any]) -> Questionnaire:
    """The questionnaire as it is, unchecked: nothing may raise for what is wrong in it."""
    pages = [
        Page(page["name"], page["title"], read_questions(page["questions"]), read_logic(page))
        for page in document["pages"]
    ]
    return Questionnaire(document, ("nb",), label(), None, (), tuple(pages))
