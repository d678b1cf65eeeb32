"""A number with decimals, written with comma or point."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from surveys.answer_fields.lines import AnswerNumberField
from surveys.document_check import DocumentCheck
from surveys.editing.settings import DECIMALS, LARGEST, SMALLEST
from surveys.errors import AnswerError
from surveys.messages import _, number_text
from surveys.question_types.number import NumberType
from surveys.read_number import read_number
from surveys.setting_checks import MOST, check_decimal_limits

if TYPE_CHECKING:
    from wtforms.fields.core import UnboundField

    from surveys.messages import Translate
    from surveys.question import Question

MOST_DECIMALS = 6


class Decimal(NumberType):
    name = "decimal"
    configured_by = (SMALLEST, LARGEST, DECIMALS)
    settings = NumberType.settings | {"decimals"}

    def check(self, document: dict[str, Any], place: str, check: DocumentCheck) -> None:
        super().check(document, place, check)
        check_decimal_limits(document, place, check)
        check.whole_number(document, "decimals", place, 1, MOST_DECIMALS)

    def clean(self, question: Question, value: object) -> float | None:
        if value is None or value == "":
            return None
        number = read_number(value)
        least, most = question.setting("min", -MOST), question.setting("max", MOST)
        decimals = question.setting("decimals", MOST_DECIMALS)
        if number is None:
            raise AnswerError(_("Write a number with digits, such as 2,5."))
        if number != round(number, decimals):
            raise AnswerError(_("Write no more decimals than %(most)s."), most=decimals)
        if not least <= number <= most:
            raise AnswerError(
                _("Write a number from %(least)s to %(most)s."), least=number_text(least), most=number_text(most)
            )
        return float(number)

    def field(self, question: Question, language: str, translate: Translate) -> UnboundField[Any]:
        return AnswerNumberField(question, language, translate)
