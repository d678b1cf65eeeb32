"""Whole days; a date and time counts as its day."""

from __future__ import annotations

from datetime import date

from surveys.conditions.dates import day_in
from surveys.conditions.operators.operator import DAY, NUMBER, Operator
from surveys.conditions.values import Value

LAST_DAY = date.max.toordinal()


def days_between(start: Value, end: Value) -> float | None:
    """Days from `start` to `end`, negative where `end` is the earlier."""
    first, last = day_in(start), day_in(end)
    return float((last - first).days) if first and last else None


def add_days(start: Value, days: Value) -> str | None:
    """Part of a day is dropped; outside the years 1 to 9999 there is no date."""
    first = day_in(start)
    if first is None or type(days) is not float or abs(days) > LAST_DAY:
        return None
    ordinal = first.toordinal() + int(days)
    return date.fromordinal(ordinal).isoformat() if 1 <= ordinal <= LAST_DAY else None


def year(value: Value) -> float | None:
    return float(day.year) if (day := day_in(value)) else None


def month(value: Value) -> float | None:
    return float(day.month) if (day := day_in(value)) else None


def day_of_month(value: Value) -> float | None:
    return float(day.day) if (day := day_in(value)) else None


OPERATORS = {
    "days_between": Operator(days_between, (DAY, DAY), "number", 2),
    "add_days": Operator(add_days, (DAY, NUMBER), "date", 2),
    "year": Operator(year, (DAY,), "number", 1),
    "month": Operator(month, (DAY,), "number", 1),
    "day": Operator(day_of_month, (DAY,), "number", 1),
}
