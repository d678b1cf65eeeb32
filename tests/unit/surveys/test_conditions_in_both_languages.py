"""Whatever the expression and the answers, the server and the device agree, and neither fails."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveys.conditions.evaluation import evaluate
from surveys.conditions.numbers import number_text, rounded
from surveys.conditions.values import Kind, Value, as_value, value_of
from tests.unit.surveys.condition_scope import scope
from tests.unit.surveys.expressions import answers, expressions, numbers, plain, told
from tests.unit.surveys.script import Script, script

EXAMPLES = 400


@pytest.fixture(scope="module")
def device() -> Iterator[Script]:
    with script() as running:
        yield running


def ready(case: dict[str, Any]) -> dict[str, Any]:
    """What a case refers to, as both evaluators take it."""
    values = {
        name: {key: as_value(value) for key, value in case[name].items()}
        for name in ("answers", "followups", "columns")
    }
    return {**case, **values, "own": as_value(case["self"])}


@settings(max_examples=EXAMPLES, deadline=None)
@given(expressions, told)
def test_an_expression_gives_the_same(device: Script, expression: Any, case: dict[str, Any]) -> None:
    value = evaluate(expression, scope(case))

    assert not isinstance(value, float) or (math.isfinite(value) and str(value) != "-0.0")
    assert same(device("evaluate", expression, ready(case)), value)


@settings(max_examples=200, deadline=None)
@given(plain | answers, st.sampled_from(["text", "code", "number", "boolean", "codes", "date", "time", "unknown"]))
def test_an_answer_gives_the_same_value(device: Script, answer: Any, kind: Kind) -> None:
    assert same(device("valueOf", answer, kind), value_of(answer, kind))


@settings(max_examples=200, deadline=None)
@given(numbers)
def test_a_number_is_written_the_same(device: Script, number: float) -> None:
    text = number_text(float(number) + 0.0)

    assert device("evaluate", {"text": [number]}, ready_for_nothing()) == text
    assert float(text) == float(number)


@settings(max_examples=200, deadline=None)
@given(numbers.filter(lambda number: abs(number) < 1e15), st.integers(0, 10))
def test_rounding_moves_by_half_a_place_at_most(number: float, decimals: int) -> None:
    assert abs(rounded(float(number), decimals) - number) <= 0.5 * 10**-decimals * (1 + 1e-9) + abs(number) * 1e-15


def ready_for_nothing() -> dict[str, Any]:
    return {"answers": {}, "marks": {}, "own": None, "now": None}


def same(told: Any, value: Value) -> bool:
    """`told`: a value as JSON, where whole numbers have no decimal point."""
    return as_value(told) == value and isinstance(told, bool) == isinstance(value, bool)
