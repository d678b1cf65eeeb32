"""Whatever the questionnaire and the answers, the server and the device show, require and work out the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveys.answer_texts import AnswerTexts
from surveys.conditions.values import as_value
from surveys.flow import flow, followups_of, mark_flow
from surveys.piping import filled
from surveys.question import by_variable
from surveys.walk import Walk
from tests.unit.surveys.expressions import VARIABLES, texts
from tests.unit.surveys.invented_questionnaires import NAMES, documents, given_answers, read
from tests.unit.surveys.script import Script, script

NOW = "2026-11-22T14:30"


@pytest.fixture(scope="module")
def device() -> Iterator[Script]:
    with script() as running:
        yield running


piped = st.lists(
    texts | st.sampled_from([f"{{{name}}}" for name in (*NAMES, "e", "none")] + ["{{", "{", "}"]), max_size=5
)
counts = st.dictionaries(st.sampled_from(VARIABLES), st.integers(0, 3), max_size=3)


@settings(max_examples=150, deadline=None)
@given(documents, given_answers, given_answers, counts, piped.map("".join))
def test_the_flow_is_the_same(
    device: Script,
    document: dict[str, Any],
    answers: dict[str, Any],
    of_mark: dict[str, Any],
    marks: dict[str, int],
    text: str,
) -> None:
    asked = read(document)
    question = asked.questions[0]

    whole = flow(asked, answers, marks, NOW)
    around = mark_flow(question, "x", of_mark, whole)

    mark = {"category": "x", "answers": of_mark}
    told = device("walk", document, answers, marks, NOW, mark, text, "nb")
    assert told["pages"] == [{"name": page.name, "questions": list(page.questions)} for page in whole.pages]
    assert as_told(told["whole"]) == found(whole.walk)
    assert as_told(told["mark"]) == found(around)
    questions = asked.question_by_variable | by_variable(followups_of(question, "x"))
    known = whole.walk.answers | marks | around.answers
    assert told["piped"] == filled(text, AnswerTexts(questions, known, "nb"))


def as_told(walk: dict[str, Any]) -> dict[str, Any]:
    return {**walk, "calculated": values(walk["calculated"]), "answers": sorted(walk["answers"])}


def values(calculated: dict[str, Any]) -> dict[str, Any]:
    """As doubles: in JSON, a large number is not written as the same whole number in both languages."""
    return {variable: as_value(value) for variable, value in calculated.items()}


def found(walk: Walk) -> dict[str, Any]:
    return {
        "shown": walk.shown,
        "hidden": sorted(walk.hidden),
        "required": sorted(walk.required),
        "failing": walk.failing,
        "calculated": values(walk.calculated),
        "answers": sorted(walk.answers),
        "cleared": walk.cleared,
        "offered": walk.offered,
        "narrowed": walk.narrowed,
    }
