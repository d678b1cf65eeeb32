"""Worked out from other answers, and never taken from the sender."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from surveys.answer_fields.lines import AnswerHiddenField
from surveys.clean_text import clean_line
from surveys.columns import Cell, Column
from surveys.document_check import DocumentCheck
from surveys.editing.settings import CALCULATION, RESULT
from surveys.errors import AnswerError
from surveys.messages import _
from surveys.question_types.base import QuestionType
from surveys.read_number import plain, read_number
from surveys.statistics.numbers import summarise_numbers
from surveys.statistics.summary import Summary, count_answered
from surveys.unread_check import is_unread

if TYPE_CHECKING:
    from wtforms.fields.core import UnboundField

    from surveys.messages import Translate
    from surveys.question import Question

NUMBER, TEXT = "number", "text"
MAX_LENGTH = 1000


class Calculated(QuestionType):
    """`calculation`: the expression, which `surveys.conditions` checks and works out; `result`: what it gives."""

    name = "calculated"
    value_kind = "unknown"
    worked_out = True
    begins = False
    on_screen = False
    settings = frozenset({"calculation", "result"})
    configured_by = (CALCULATION, RESULT)
    begins_as = {"calculation": 0}

    def check(self, document: dict[str, Any], place: str, check: DocumentCheck) -> None:
        super().check(document, place, check)
        if document.get("calculation") is None and not is_unread(document, "calculation"):
            check.report(f"{place}.calculation", _("The calculation is missing. Write it."))
        if "result" in document:
            check.one_of(document["result"], (NUMBER, TEXT), f"{place}.result")

    def clean(self, question: Question, value: object) -> None:
        """Nothing: whatever was sent is worked out anew."""

    def clean_again(self, question: Question, value: object) -> int | float | str | None:
        """What the calculation gave as it is stored; None where that is nothing that can be kept."""
        if is_number(question):
            number = read_number(value)
            return None if number is None else plain(number)
        try:
            return clean_line(value if isinstance(value, str) else _as_text(value), MAX_LENGTH) or None
        except AnswerError:
            return None

    def field(self, question: Question, language: str, translate: Translate) -> UnboundField[Any]:
        return AnswerHiddenField(question, language, translate)

    def columns(self, question: Question, language: str) -> list[Column]:
        return [Column(question.variable, question.label_in(language), "number" if is_number(question) else "text")]

    def cells(self, question: Question, value: Any, language: str) -> list[Cell]:
        return [value]

    def summarise(self, question: Question, values: Sequence[Any]) -> Summary:
        return summarise_numbers(values) if is_number(question) else count_answered(values)


def is_number(question: Question) -> bool:
    return bool(question.setting("result", NUMBER) == NUMBER)


def _as_text(value: object) -> str:
    number = read_number(value)
    return "" if number is None else str(plain(number))
