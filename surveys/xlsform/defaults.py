"""The column `default`: what stands in a field before anything is answered, as it is or worked out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from surveys.beginning_check import beginning_problem
from surveys.beginnings import kinds_of
from surveys.conditions.dates import is_date, is_date_time, is_time
from surveys.conditions.numbers import number_in, number_text
from surveys.conditions.values import Kind, stored
from surveys.messages import Message, _, shown
from surveys.question_types import QUESTION_TYPES
from surveys.xlsform.own_columns import is_told_by_own
from surveys.xlsform.types.base import Asked
from surveys.xlsform.xpath.reading import read_value
from surveys.xlsform.xpath.surroundings import Surroundings
from surveys.xlsform.xpath.tokens import XPathError
from surveys.xlsform.xpath.writing import XPathWriter

WORKED_OUT = re.compile(r"\$\{|[\w-]+\(")
"""What pyxform takes for an expression in a text."""
MOMENTS = {"date": is_date, "date_time": is_date_time, "time": is_time}


def read_default(document: dict[str, Any], asked: Asked) -> None:
    """Put it into the document, or tell why it is left out."""
    text, behaviour = asked.row.cell("default"), QUESTION_TYPES[document["type"]]
    if not text or is_told_by_own(asked.row, "default"):
        return
    if not behaviour.begins:
        asked.reading.note(asked.row, _("This begins with nothing here: “default” is left out."))
        return
    try:
        value = _plain(text, behaviour.value_kind, asked)
        value = value if value is not None else _worked_out(text, behaviour.value_kind, asked.reading.names.around())
    except XPathError as error:
        _leave_out(error.message, asked)
        return
    problem = _problem({**document, "default": value})
    if problem is not None:
        _leave_out(problem, asked)
    else:
        document["default"] = value


def default_cell(question: Mapping[str, Any], writer: XPathWriter) -> str:
    """As a workbook has it."""
    value = question["default"]
    if isinstance(value, dict):
        ((name, given),) = value.items()
        return str(given) if name in MOMENTS else writer.written(value)
    if isinstance(value, list):
        return " ".join(value)
    if isinstance(value, int | float):
        return number_text(float(value))
    # A text that would be taken for an expression stands in a column of our own.
    return "" if WORKED_OUT.search(value) else str(value)


def _problem(document: dict[str, Any]) -> Message | None:
    try:
        return beginning_problem(document)
    except (KeyError, TypeError, AttributeError):
        # Columns of ours have spoilt the rest of the question, which is told when all of it is looked through.
        return None


def _plain(text: str, kind: Kind, asked: Asked) -> Any:
    """None where it must be worked out."""
    codes = asked.reading.names.codes.get(asked.variable, {})
    if kind == "code":
        return None if WORKED_OUT.search(text) else codes.get(text, text)
    if kind == "codes":
        return None if WORKED_OUT.search(text) else [codes.get(code, code) for code in text.split()]
    if kind in ("number", "step"):
        number = number_in(text)
        return None if number is None else stored(number)
    if kind in MOMENTS:
        return {kind: text} if MOMENTS[kind](text) else None
    return None if WORKED_OUT.search(text) else text


def _worked_out(text: str, kind: Kind, around: Surroundings) -> Any:
    return read_value(text, around, kinds_of(kind))[0]


def _leave_out(why: Message, asked: Asked) -> None:
    template = _("“%(text)s” cannot stand as “default” and is left out. %(why)s")
    asked.reading.note(asked.row, template, text=shown(asked.row.cell("default")), why=why)
