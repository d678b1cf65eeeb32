"""Which questions an expression refers to."""

from __future__ import annotations

from collections.abc import Iterator

from surveys.conditions.evaluation import MAX_DEPTH, NAMED


def variables_in(expression: object) -> set[str]:
    """The variables of the questions whose answers or marks the expression refers to."""
    return set(_variables(expression, 0))


def _variables(expression: object, depth: int) -> Iterator[str]:
    if not isinstance(expression, dict) or depth > MAX_DEPTH:
        return
    for name, given in expression.items():
        if name in NAMED and isinstance(given, str):
            yield given
        for argument in given if isinstance(given, list) else ():
            yield from _variables(argument, depth + 1)
