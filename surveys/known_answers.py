"""What expressions may refer to, told from a question's document, which may be wrong in any way."""

from __future__ import annotations

from typing import Any

from surveys.conditions.names import Known
from surveys.conditions.values import Kind
from surveys.question_types import QUESTION_TYPES
from surveys.statistics.summary import DONT_KNOW
from surveys.unread_check import is_unread


def known_answers(question: dict[str, Any], calculated: Kind | None = None) -> dict[str, Known]:
    """Variable → what is known of its answer, the question's own first. `calculated`: the kind that a calculation gives."""
    variable, kind = question.get("variable"), question.get("type")
    behaviour = QUESTION_TYPES.get(kind) if isinstance(kind, str) else None
    if not isinstance(variable, str) or behaviour is None:
        # Whatever it is, it is no unknown question.
        return {variable: Known(None)} if isinstance(variable, str) else {}
    if "calculation" in behaviour.settings:
        return {} if is_unread(question, "calculation") else {variable: Known(calculated)}
    if not (behaviour.collects_answer or behaviour.collects_marks):
        return {}
    codes = _codes(question, "choices")
    found = {variable: _known(behaviour.value_kind, codes, on_map=behaviour.collects_marks)}
    rows = {f"{variable}_{row}" for row in _codes(question, "rows")}
    for name in behaviour.variables(question):
        if name in rows:
            found[name] = _known("code" if "choices" in question else "step", codes)
        else:
            found.setdefault(name, Known("text"))
    return found


def _known(kind: Kind, codes: list[str], *, on_map: bool = False) -> Known:
    if kind == "step":
        return Known(kind, (DONT_KNOW,))
    return Known(kind, (*codes, DONT_KNOW) if kind == "code" else tuple(codes), on_map)


def _codes(question: dict[str, Any], member: str) -> list[str]:
    listed = question.get(member)
    found = [part.get("code") for part in listed if isinstance(part, dict)] if isinstance(listed, list) else []
    return [code for code in found if isinstance(code, str)]
