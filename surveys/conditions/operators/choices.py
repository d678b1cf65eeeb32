"""What was chosen: one code, or several."""

from __future__ import annotations

from surveys.conditions.operators.operator import CODES, NUMBER, TEXT, Operator
from surveys.conditions.values import Value


def chosen(value: Value) -> list[str]:
    if isinstance(value, list):
        return value
    return [value] if isinstance(value, str) else []


def selected(value: Value, code: Value) -> bool:
    return isinstance(code, str) and code in chosen(value)


def count_selected(value: Value) -> float:
    return float(len(chosen(value)))


def selected_at(value: Value, index: Value) -> str | None:
    """The code numbered `index`, counted from 0: of a ranking, or of choices in the questionnaire's order."""
    codes = chosen(value)
    if type(index) is not float or not index.is_integer() or not 0 <= index < len(codes):
        return None
    return codes[int(index)]


OPERATORS = {
    "selected": Operator(selected, (CODES, TEXT), "boolean", 2),
    "count_selected": Operator(count_selected, (CODES,), "number", 1),
    "selected_at": Operator(selected_at, (CODES, NUMBER), "text", 2),
}
