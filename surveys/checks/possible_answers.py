"""What a question can be answered with, as far as it makes a difference to the expressions that use it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import chain, combinations, pairwise
from typing import Any

from surveys.checks.uses import Use
from surveys.conditions.dates import day_in
from surveys.conditions.values import Value, value_of
from surveys.question import Question

MOST_CODES = 6
ANOTHER = "\ue000"
"""A text that nobody writes in a condition."""

Answers = Sequence[Value]


def possible_answers(question: Question, use: Use, operators: set[str]) -> Answers | None:
    """None where they cannot be counted up: any answer must be reckoned with."""
    kind = question.behaviour.value_kind
    if question.on_map:
        return None if use.freely else [number for number in _numbers(question, use) if number >= 0]
    if kind in ("code", "step"):
        return [None, *(value_of(one.code, kind) for one in question.choices if not one.retired)]
    if kind == "codes":
        return _sets_of_codes(question, operators)
    if kind == "boolean":
        return [None, True, False]
    if kind == "unknown":
        return [None, True]
    if use.freely:
        return None
    if kind == "number":
        return [None, *_numbers(question, use)]
    if kind == "date":
        return [None, *_days(use)]
    return [None, ANOTHER, *use.beside] if kind == "text" else None


def _sets_of_codes(question: Question, operators: set[str]) -> Answers | None:
    offered = [one for one in question.choices if not one.retired]
    if "selected_at" in operators or len(offered) > MOST_CODES:
        return None
    alone = {one.code for one in offered if one.exclusive}
    codes = [one.code for one in offered]
    sets = chain.from_iterable(combinations(codes, size) for size in range(1, len(codes) + 1))
    return [None, *(list(one) for one in sets if len(one) == 1 or alone.isdisjoint(one))]


def _numbers(question: Question, use: Use) -> list[float]:
    """Those written, and one between, below and above them, as far as the question accepts them."""
    written = sorted({float(one) for one in use.beside if isinstance(one, int | float)} | {0.0})
    least, most = _limits(question)
    between = [(one + other) / 2 for one, other in pairwise(written)]
    around = [written[0] - 1, written[-1] + 1, least, most]
    found = {*written, *between, *around}
    if question.on_map or question.type == "whole_number":
        found = {rounded for one in found if math.isfinite(one) for rounded in (math.floor(one), math.ceil(one))}
    return sorted(float(one) for one in found if least <= one <= most and math.isfinite(one))


def _limits(question: Question) -> tuple[float, float]:
    least, most = ("min_marks", "max_marks") if question.on_map else ("min", "max")
    if question.on_map:
        # A map question may be left without marks, whatever it asks for.
        return 0.0, float(question.setting(most, math.inf))
    return _number(question.setting(least), -math.inf), _number(question.setting(most), math.inf)


def _number(setting: Any, otherwise: float) -> float:
    return float(setting) if isinstance(setting, int | float) else otherwise


def _days(use: Use) -> Iterator[str]:
    for day in filter(None, map(day_in, use.beside)):
        yield from (_shifted(day, by) for by in (-1, 0, 1))


def _shifted(day: date, by: int) -> str:
    try:
        return (day + timedelta(days=by)).isoformat()
    except OverflowError:
        return day.isoformat()
