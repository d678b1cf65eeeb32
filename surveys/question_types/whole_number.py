"""A whole number within the questionnaire's limits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from surveys.answer_fields.lines import AnswerLineField
from surveys.columns import Column
from surveys.document_check import DocumentCheck
from surveys.editing.settings import LARGEST_WHOLE, SMALLEST_WHOLE
from surveys.errors import AnswerError
from surveys.messages import _
from surveys.question_types.number import NumberType
from surveys.read_number import read_number
from surveys.setting_checks import MOST, check_limits

if TYPE_CHECKING:
    from wtforms.fields.core import UnboundField

    from surveys.messages import Translate
    from surveys.question import Question


class WholeNumber(NumberType):
    name = "whole_number"
    configured_by = (SMALLEST_WHOLE, LARGEST_WHOLE)

    def check(self, document: dict[str, Any], place: str, check: DocumentCheck) -> None:
        super().check(document, place, check)
        check_limits(document, place, check)

    def clean(self, question: Question, value: object) -> int | None:
        if value is None or value == "":
            return None
        number = read_number(value)
        least, most = question.setting("min", -MOST), question.setting("max", MOST)
        if number is None or number != int(number):
            raise AnswerError(_("Write a whole number with digits, such as 3."))
        if not least <= number <= most:
            raise AnswerError(_("Write a number from %(least)s to %(most)s."), least=least, most=most)
        return int(number)

    def field(self, question: Question, language: str, translate: Translate) -> UnboundField[Any]:
        return AnswerLineField(question, language, translate, render_kw={"inputmode": "numeric", "autocomplete": "off"})

    def columns(self, question: Question, language: str) -> list[Column]:
        return [Column(question.variable, question.label_in(language), "integer")]
