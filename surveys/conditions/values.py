"""The values of the language, and how answers become values.

Text, number (a finite double, never -0), true or false, codes (a list without doubles, equal in any order), date
`2026-11-22`, time `14:30`, date and time `2026-11-22T14:30`; the last three are texts whose order is that of time.
None is missing; so are an empty text and no codes.
"""

from __future__ import annotations

import math
from typing import Any, Literal

from surveys.conditions.numbers import kept, number_in, number_text

Value = bool | float | str | list[str] | None
Kind = Literal["text", "code", "number", "boolean", "codes", "date", "time", "date_time", "unknown"]
"""`code` is a text that is one of a question's choices; `unknown` answers can only be asked whether they are there."""

BLANKS = " \t\r\n"


def as_value(given: Any) -> Value:
    """Plain JSON as a value; what the language does not know is missing."""
    if isinstance(given, bool):
        return given
    if isinstance(given, int | float):
        return _number(given)
    if isinstance(given, str):
        return given or None
    if isinstance(given, list) and all(isinstance(code, str) for code in given):
        return list(dict.fromkeys(given)) or None
    return None


def value_of(answer: Any, kind: Kind) -> Value:
    """An answer to a question of this kind as a value, be it clean or as the page holds it."""
    if kind == "number":
        return number_in(answer) if isinstance(answer, str) else _only(as_value(answer), float)
    if kind == "codes":
        return as_value(
            [answer] if isinstance(answer, str) and answer else answer if isinstance(answer, list) else None
        )
    if kind == "boolean":
        return answer if isinstance(answer, bool) else None
    if kind == "unknown":
        return None if answer is None or answer in ("", [], {}) else True
    return _text(answer)


def stored(value: Value) -> Any:
    """A value as plain JSON: whole numbers without a decimal point, as JavaScript writes them."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return int(value)
    return value


def _number(given: float) -> float | None:
    try:
        return kept(float(given))
    except OverflowError:
        return None


def _only(value: Value, wanted: type) -> Any:
    return value if type(value) is wanted else None


def _text(answer: Any) -> str | None:
    if isinstance(answer, str):
        return answer.strip(BLANKS) or None
    if isinstance(answer, bool) or not isinstance(answer, int | float) or not math.isfinite(answer):
        return None
    number = _number(answer)
    return None if number is None else number_text(number)
