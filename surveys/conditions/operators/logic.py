"""True, false and what is not there. Only true is true: a missing value counts as false."""

from __future__ import annotations

from surveys.conditions.operators.operator import ANY, BOOLEAN, COMPARED, MANY, Operator
from surveys.conditions.values import Value


def all_of(*values: Value) -> bool:
    return all(value is True for value in values)


def any_of(*values: Value) -> bool:
    return any(value is True for value in values)


def negated(value: Value) -> bool:
    return value is not True


def chosen_by(condition: Value, then: Value, otherwise: Value) -> Value:
    return then if condition is True else otherwise


def first_answered(*values: Value) -> Value:
    return next((value for value in values if value is not None), None)


def is_answered(value: Value) -> bool:
    return value is not None


OPERATORS = {
    "and": Operator(all_of, (BOOLEAN,), "boolean", 1, MANY),
    "or": Operator(any_of, (BOOLEAN,), "boolean", 1, MANY),
    "not": Operator(negated, (BOOLEAN,), "boolean", 1),
    "if": Operator(chosen_by, (BOOLEAN, COMPARED, COMPARED), None, 3, alike_from=1),
    "coalesce": Operator(first_answered, (COMPARED,), None, 1, MANY, alike_from=0),
    "answered": Operator(is_answered, (ANY,), "boolean", 1),
}
