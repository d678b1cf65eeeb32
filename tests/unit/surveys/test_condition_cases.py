"""The shared cases; tests/js/conditions.test.js holds the device's evaluator to the same."""

import math
from typing import Any

import pytest

from surveys.conditions.evaluation import evaluate
from surveys.conditions.operators import OPERATORS
from surveys.conditions.values import Value
from tests.unit.surveys.condition_scope import cases, scope

CASES = [
    pytest.param(expression, gives, *(told or [{}]), id=f"{group} {number}")
    for group, listed in cases("condition_cases.json").items()
    for number, (expression, gives, *told) in enumerate(listed, 1)
]


@pytest.mark.parametrize(("expression", "gives", "told"), CASES)
def test_a_case(expression: Any, gives: Value, told: dict[str, Any]) -> None:
    value = evaluate(expression, scope(told))

    assert value == gives
    assert isinstance(value, bool) == isinstance(gives, bool)
    assert not (isinstance(value, float) and value == 0 and math.copysign(1, value) < 0)


def test_there_are_many_cases_and_some_of_every_operator() -> None:
    assert len(CASES) >= 200
    written = str([case.values[0] for case in CASES])
    assert [name for name in OPERATORS if f"'{name}':" not in written] == []
