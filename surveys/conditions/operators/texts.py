"""Texts, counted in Unicode code points. Nothing here depends on a language or place."""

from __future__ import annotations

from surveys.conditions.numbers import number_text
from surveys.conditions.operators.operator import COMPARED, MANY, NUMBER, TEXT, Operator
from surveys.conditions.patterns import matches
from surveys.conditions.values import Value

LONGEST = 10_000


def length(value: Value) -> float | None:
    if value is None:
        return 0.0
    return float(len(value)) if isinstance(value, str) else None


def contains(text: Value, part: Value) -> bool:
    return isinstance(text, str) and isinstance(part, str) and part in text


def starts_with(text: Value, part: Value) -> bool:
    return isinstance(text, str) and isinstance(part, str) and text.startswith(part)


def ends_with(text: Value, part: Value) -> bool:
    return isinstance(text, str) and isinstance(part, str) and text.endswith(part)


def substring(text: Value, start: Value, end: Value = float(LONGEST)) -> str | None:
    """From the character numbered `start`, counted from 0, up to but not with the one numbered `end`."""
    if not isinstance(text, str) or type(start) is not float or type(end) is not float:
        return None
    return text[_index(start) : _index(end)] or None


def as_text(value: Value) -> str | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number_text(value)
    return " ".join(value) if isinstance(value, list) else value


def joined(*values: Value) -> str | None:
    """One after the other, missing ones left out; what is longer than LONGEST is cut."""
    return "".join(text for value in values if (text := as_text(value)))[:LONGEST] or None


def matched(text: Value, pattern: Value) -> bool:
    return isinstance(text, str) and isinstance(pattern, str) and matches(pattern, text)


def _index(number: float) -> int:
    return int(min(max(number, 0.0), LONGEST))


OPERATORS = {
    "length": Operator(length, (TEXT,), "number", 1),
    "contains": Operator(contains, (TEXT, TEXT), "boolean", 2),
    "starts_with": Operator(starts_with, (TEXT, TEXT), "boolean", 2),
    "ends_with": Operator(ends_with, (TEXT, TEXT), "boolean", 2),
    "substring": Operator(substring, (TEXT, NUMBER, NUMBER), "text", 2),
    "text": Operator(as_text, (COMPARED,), "text", 1),
    "join": Operator(joined, (COMPARED,), "text", 1, MANY),
    "matches": Operator(matched, (TEXT, TEXT), "boolean", 2),
}
