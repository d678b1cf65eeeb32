"""How expressions use the answers they name: only beside values that are written there, or in any other way too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from surveys.conditions.evaluation import NAMED
from surveys.conditions.values import WRITTEN

COMPARING = frozenset({"=", "!=", "<", "<=", ">", ">=", "selected"})
MOMENTS = frozenset({"today", "now"})


@dataclass
class Use:
    """`beside`: the values it is compared with. `freely`: it is also used in another way than to compare it with these."""

    beside: list[Any] = field(default_factory=list)
    freely: bool = False


@dataclass
class Uses:
    """`operators`: every name of an operator or reference that stands anywhere."""

    by_variable: dict[str, Use] = field(default_factory=dict)
    operators: set[str] = field(default_factory=set)

    @property
    def depends_on_the_day(self) -> bool:
        return not MOMENTS.isdisjoint(self.operators)


def uses_in(expressions: Iterable[Any]) -> Uses:
    found = Uses()
    for expression in expressions:
        _look(expression, found)
    return found


def _look(expression: Any, found: Uses) -> None:
    if not isinstance(expression, dict):
        return
    ((name, given),) = expression.items()
    found.operators.add(name)
    if name in NAMED:
        found.by_variable.setdefault(given, Use()).freely = True
    elif isinstance(given, list):
        for argument in given:
            _argument(name, argument, given, found)


def _argument(operator: str, argument: Any, given: list[Any], found: Uses) -> None:
    variable = _named(argument)
    others = [other for other in given if other is not argument]
    if variable is None or not (operator == "answered" or (operator in COMPARING and all(map(_is_written, others)))):
        _look(argument, found)
        return
    found.operators.update(argument)
    found.by_variable.setdefault(variable, Use()).beside.extend(map(_value, others))


def _named(argument: Any) -> str | None:
    if not isinstance(argument, dict):
        return None
    return next((str(variable) for name, variable in argument.items() if name in NAMED), None)


def _is_written(argument: Any) -> bool:
    return not isinstance(argument, dict) or not WRITTEN.keys().isdisjoint(argument)


def _value(argument: Any) -> Any:
    return next(iter(argument.values())) if isinstance(argument, Mapping) else argument
