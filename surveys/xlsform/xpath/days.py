"""Days that are subtracted, and days that are added to a date, which XPath writes as numbers are."""

from __future__ import annotations

from surveys.conditions.operators.operator import DAY, NUMBER
from surveys.xlsform.xpath.typed import Typed, number, operation


def with_days(sign: str, given: list[Typed]) -> Typed | None:
    if len(given) != 2 or given[0].kind not in DAY:
        return None
    one, other = given
    if other.kind in DAY:
        return operation("days_between", other, one) if sign == "-" else None
    if other.kind in NUMBER:
        return operation("add_days", one, other if sign == "+" else _negative(other))
    return None


def _negative(value: Typed) -> Typed:
    return number(-value.expression) if value.is_literal else operation("-", value)
