"""The values of the language, and how answers become values.

Text, number (a finite double, never -0), true or false, codes (a list without doubles, equal in any order), date
`2026-11-22`, time `14:30`, date and time `2026-11-22T14:30`; the last three are texts whose order is that of time.
None is missing; so are an empty text and no codes.
"""

from __future__ import annotations

import math
from typing import Any, Literal

from surveys.conditions.dates import is_date, is_date_time, is_time
from surveys.conditions.numbers import kept, number_text
from surveys.read_number import read_number

Value = bool | float | str | list[str] | None
Kind = Literal["text", "code", "number", "step", "boolean", "codes", "date", "time", "date_time", "unknown"]
"""`code`: a text that is one of a question's choices. `step`: the number of a step, or the code of what stands apart from
the scale. `unknown`: answers that can only be asked whether they are there."""

BLANKS = " \t\r\n"
WRITTEN = {"date": is_date, "time": is_time, "date_time": is_date_time}


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
    if kind in ("number", "step"):
        number = _number_of(answer)
        return _text(answer) if number is None and kind == "step" else number
    if kind == "codes":
        return as_value(
            [answer] if isinstance(answer, str) and answer else answer if isinstance(answer, list) else None
        )
    if kind == "boolean":
        return answer if isinstance(answer, bool) else None
    if kind == "unknown":
        return True if answer is not None and answer not in ("", [], {}) else None
    text = _text(answer)
    return text if kind not in WRITTEN or WRITTEN[kind](text) else None


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


def _number_of(answer: Any) -> float | None:
    if isinstance(answer, str):
        number = read_number(answer)
        return None if number is None else float(number) + 0.0
    return _number(answer) if isinstance(answer, int | float) and not isinstance(answer, bool) else None


def _text(answer: Any) -> str | None:
    if isinstance(answer, str):
        return answer.strip(BLANKS) or None
    if isinstance(answer, bool) or not isinstance(answer, int | float) or not math.isfinite(answer):
        return None
    number = _number(answer)
    return None if number is None else number_text(number)
