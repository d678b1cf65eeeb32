"""A whole number within the questionnaire's limits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from surveys.columns import Cell, Column
from surveys.document_check import DocumentCheck
from surveys.errors import AnswerError
from surveys.messages import _
from surveys.question_types.base import QuestionType

if TYPE_CHECKING:
    from wtforms.fields.core import UnboundField

    from surveys.messages import Translate
    from surveys.questionnaire import Question
    from surveys.statistics.summary import Summary

# What JavaScript and every spreadsheet hold exactly.
MOST = 2**53 - 1
WRITTEN = re.compile(r"[+-]?[0-9]{1,16}")


class WholeNumber(QuestionType):
    name = "whole_number"
    settings = frozenset({"min", "max"})

    def check(self, document: dict[str, Any], place: str, check: DocumentCheck) -> None:
        super().check(document, place, check)
        least = check.whole_number(document, "min", place, -MOST, MOST)
        most = check.whole_number(document, "max", place, -MOST, MOST)
        if least is not None and most is not None and least > most:
            check.report(f"{place}.min", _("The smallest number is larger than the largest. Swap them."))

    def clean(self, question: Question, value: object) -> int | None:
        if value is None or value == "":
            return None
        number = _whole(value)
        least, most = question.setting("min", -MOST), question.setting("max", MOST)
        if number is None:
            raise AnswerError(_("Write a whole number with digits, such as 3."))
        if not least <= number <= most:
            raise AnswerError(_("Write a number from %(least)s to %(most)s."), least=least, most=most)
        return number

    def field(self, question: Question, language: str, translate: Translate) -> UnboundField[Any]:
        from surveys.answer_form import AnswerLineField

        return AnswerLineField(question, language, translate, render_kw={"inputmode": "numeric"})

    def columns(self, question: Question, language: str) -> list[Column]:
        return [Column(question.variable, question.label_in(language), "integer")]

    def cells(self, question: Question, value: Any, language: str) -> list[Cell]:
        return [value]

    def summarise(self, question: Question, values: Sequence[Any]) -> Summary:
        from surveys.statistics.summary import summarise_numbers

        return summarise_numbers(values)


def _whole(value: object) -> int | None:
    if type(value) is int:
        return value
    if isinstance(value, float) and value.is_integer() and abs(value) <= MOST:
        return int(value)
    if isinstance(value, str) and WRITTEN.fullmatch(value.strip()):
        return int(value)
    return None
