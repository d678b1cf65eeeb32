"""Comparisons are true or false. With a missing value, or with two of different kinds, none but `!=` is true."""

from __future__ import annotations

from surveys.conditions.operators.operator import COMPARED, ORDERED, Operator
from surveys.conditions.values import Value


def equal(one: Value, other: Value) -> bool:
    if one is None or type(one) is not type(other):
        return False
    if isinstance(one, list) and isinstance(other, list):
        return set(one) == set(other)
    return one == other


def unequal(one: Value, other: Value) -> bool:
    return not equal(one, other)


def less(one: Value, other: Value) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return one < other
    return type(one) is float and type(other) is float and one < other


def more(one: Value, other: Value) -> bool:
    return less(other, one)


def at_most(one: Value, other: Value) -> bool:
    return less(one, other) or (type(one) in (str, float) and equal(one, other))


def at_least(one: Value, other: Value) -> bool:
    return at_most(other, one)


OPERATORS = {
    "=": Operator(equal, (COMPARED, COMPARED), "boolean", 2, alike_from=0),
    "!=": Operator(unequal, (COMPARED, COMPARED), "boolean", 2, alike_from=0),
    "<": Operator(less, (ORDERED, ORDERED), "boolean", 2, alike_from=0),
    "<=": Operator(at_most, (ORDERED, ORDERED), "boolean", 2, alike_from=0),
    ">": Operator(more, (ORDERED, ORDERED), "boolean", 2, alike_from=0),
    ">=": Operator(at_least, (ORDERED, ORDERED), "boolean", 2, alike_from=0),
}
