"""Which questions an expression refers to."""

from __future__ import annotations

from surveys.conditions.evaluation import NAMED


def variables_in(expression: object) -> set[str]:
    """The variables of the questions whose answers or marks the expression refers to."""
    return _names_in(expression, NAMED)


def columns_in(expression: object) -> set[str]:
    """The columns of a choice that the expression refers to."""
    return _names_in(expression, ("column",))


def _names_in(expression: object, references: tuple[str, ...]) -> set[str]:
    found, left = set(), [expression]
    while left:
        part = left.pop()
        for name, given in part.items() if isinstance(part, dict) else ():
            if isinstance(given, list):
                left.extend(given)
            elif name in references and isinstance(given, str):
                found.add(given)
    return found
