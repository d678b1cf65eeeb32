"""Comparisons as ODK makes them: with nothing, with the box that is ticked, with codes written as numbers."""

from __future__ import annotations

from typing import Any

from surveys.choice_columns import CODE_COLUMN
from surveys.xlsform.xpath.functions import TICKED
from surveys.xlsform.xpath.surroundings import Surroundings
from surveys.xlsform.xpath.typed import MISSING, Typed, alike, as_text, number, operation


def compared(sign: str, one: Typed, other: Typed, around: Surroundings) -> Typed:
    for value, against in ((one, other), (other, one)):
        if sign in ("=", "!=") and against == MISSING and value != MISSING:
            return _there(value, sign == "!=", around)
        if sign in ("=", "!=") and value.kind == "boolean" and str(against.expression).upper() == TICKED:
            return value if sign == "=" else operation("not", value)
    one, other = with_codes([one, other], around)
    return operation(sign, *alike(one, other))


def with_codes(given: list[Typed], around: Surroundings) -> list[Typed]:
    """Codes of the workbook as ours, beside the question whose codes they are."""
    for value in given:
        variable = _variable(value.expression, around)
        if variable is not None and value.kind in ("code", "codes", "step"):
            _note_columns(given, around.codes.get(variable, {}), around)
            return [_recoded(each, around.codes.get(variable, {})) for each in given]
    return given


def _note_columns(given: list[Typed], codes: Any, around: Surroundings) -> None:
    """What a column holds are codes of the workbook, too."""
    for value in given:
        column = value.expression.get("column") if isinstance(value.expression, dict) else None
        if codes and column not in (None, CODE_COLUMN):
            around.columns[column] = codes


def _recoded(value: Typed, codes: Any) -> Typed:
    if not value.is_literal or isinstance(value.expression, bool):
        return value
    text = as_text(value).expression if value.kind == "number" else value.expression
    return Typed(codes[text], "text") if text in codes else value


def _variable(expression: Any, around: Surroundings) -> str | None:
    if not isinstance(expression, dict):
        return None
    of_itself = "self" in expression or expression.get("column") == CODE_COLUMN
    return around.own if of_itself else expression.get("answer")


def _there(value: Typed, wanted: bool, around: Surroundings) -> Typed:
    if isinstance(value.expression, dict) and _counts_marks(value.expression, around):
        return operation(">" if wanted else "=", value, number(0))
    found = operation("answered", value)
    return found if wanted else operation("not", found)


def _counts_marks(expression: dict[str, Any], around: Surroundings) -> bool:
    own = around.names.own
    return "marks" in expression or ("self" in expression and own is not None and own.on_map)
