"""Numbers. With anything but numbers, or where the result is no number, the result is missing."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import reduce
from operator import add, mul

from surveys.conditions.numbers import MOST_DECIMALS, MOST_POWER, kept, number_in, power, rounded
from surveys.conditions.operators.operator import BOOLEAN, MANY, NUMBER, TEXT, Operator
from surveys.conditions.values import Value


def on_numbers(calculate: Callable[..., float]) -> Callable[..., Value]:
    def run(*values: Value) -> float | None:
        return kept(calculate(*values)) if all(type(value) is float for value in values) else None

    return run


def difference(first: float, second: float | None = None) -> float:
    return -first if second is None else first - second


def quotient(number: float, by: float) -> float:
    return number / by if by else math.nan


def remainder(number: float, by: float) -> float:
    """With the sign of `number`."""
    return math.fmod(number, by) if by else math.nan


def round_to(number: float, decimals: float = 0.0) -> float:
    allowed = decimals.is_integer() and 0 <= decimals <= MOST_DECIMALS
    return rounded(number, int(decimals)) if allowed else math.nan


def to_power(base: float, exponent: float) -> float:
    allowed = exponent.is_integer() and abs(exponent) <= MOST_POWER
    return power(base, int(exponent)) if allowed else math.nan


def as_number(value: Value) -> float | None:
    if isinstance(value, str):
        return number_in(value)
    return float(value) if isinstance(value, bool | float) else None


# One addition after the other: Python's own `sum` rounds in another way than JavaScript.
OPERATORS = {
    "+": Operator(on_numbers(lambda *all_: reduce(add, all_)), (NUMBER,), "number", 1, MANY),
    "-": Operator(on_numbers(difference), (NUMBER, NUMBER), "number", 1),
    "*": Operator(on_numbers(lambda *all_: reduce(mul, all_)), (NUMBER,), "number", 1, MANY),
    "div": Operator(on_numbers(quotient), (NUMBER, NUMBER), "number", 2),
    "mod": Operator(on_numbers(remainder), (NUMBER, NUMBER), "number", 2),
    "min": Operator(on_numbers(lambda *all_: min(all_)), (NUMBER,), "number", 1, MANY),
    "max": Operator(on_numbers(lambda *all_: max(all_)), (NUMBER,), "number", 1, MANY),
    "abs": Operator(on_numbers(abs), (NUMBER,), "number", 1),
    "int": Operator(on_numbers(lambda number: float(math.trunc(number))), (NUMBER,), "number", 1),
    "floor": Operator(on_numbers(lambda number: float(math.floor(number))), (NUMBER,), "number", 1),
    "ceiling": Operator(on_numbers(lambda number: float(math.ceil(number))), (NUMBER,), "number", 1),
    "round": Operator(on_numbers(round_to), (NUMBER, NUMBER), "number", 1),
    "sqrt": Operator(on_numbers(lambda number: math.sqrt(number) if number >= 0 else math.nan), (NUMBER,), "number", 1),
    "power": Operator(on_numbers(to_power), (NUMBER, NUMBER), "number", 2),
    "number": Operator(as_number, (TEXT | NUMBER | BOOLEAN,), "number", 1),
}
