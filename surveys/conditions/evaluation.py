"""Runs an expression. Nothing here raises: what cannot be worked out is missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from surveys.conditions.operators import OPERATORS
from surveys.conditions.values import WRITTEN, Value, as_value

MAX_DEPTH = 20


@dataclass(slots=True)
class Scope:
    """What an expression may refer to. `followups`, of a mark, hide answers of the same variable, missing ones too.
    `columns`: those of the choice that is looked at.

    `now`: local date and time, `2026-11-22T14:30`; without it both today and now are missing.
    """

    answers: Mapping[str, Value] = field(default_factory=dict)
    marks: dict[str, int] = field(default_factory=dict)
    own: Value = None
    now: str | None = None
    followups: Mapping[str, Value] = field(default_factory=dict)
    columns: Mapping[str, Value] = field(default_factory=dict)

    def answer(self, variable: str) -> Value:
        return self.followups[variable] if variable in self.followups else self.answers.get(variable)


Run = Callable[[Scope], Value]

REFERENCES: dict[str, Callable[[Any], Run]] = {
    "answer": lambda name: lambda scope: scope.answer(name),
    "marks": lambda name: lambda scope: float(scope.marks.get(name, 0)),
    "column": lambda name: lambda scope: scope.columns.get(name),
    "self": lambda _true: lambda scope: scope.own,
    "today": lambda _true: lambda scope: scope.now[:10] if scope.now else None,
    "now": lambda _true: lambda scope: scope.now,
}
NAMED = ("answer", "marks")
"""Those that name a question."""
WITH_NAME = (*NAMED, "column")


def evaluate(expression: object, scope: Scope) -> Value:
    return compiled(expression)(scope)


def is_true(expression: object, scope: Scope) -> bool:
    return evaluate(expression, scope) is True


def compiled(expression: object, depth: int = 0) -> Run:
    """The expression as a function, to be run many times."""
    if not isinstance(expression, dict):
        return _constant(as_value(expression))
    if len(expression) != 1 or depth >= MAX_DEPTH:
        return _constant(None)
    ((name, given),) = expression.items()
    if name in REFERENCES:
        known = isinstance(given, str) if name in WITH_NAME else given is True
        return REFERENCES[name](given) if known else _constant(None)
    if name in WRITTEN:
        return _constant(given if WRITTEN[name](given) else None)
    return _operation(name, given, depth)


def _operation(name: object, given: object, depth: int) -> Run:
    operator = OPERATORS.get(name) if isinstance(name, str) else None
    if operator is None or not isinstance(given, list) or not operator.least <= len(given) <= operator.most:
        return _constant(None)
    run, arguments = operator.run, [compiled(argument, depth + 1) for argument in given]
    if len(arguments) == 1:
        (only,) = arguments
        return lambda scope: run(only(scope))
    if len(arguments) == 2:
        first, second = arguments
        return lambda scope: run(first(scope), second(scope))
    return lambda scope: run(*[argument(scope) for argument in arguments])


def _constant(value: Value) -> Run:
    return lambda _scope: value
