"""A number chosen by sliding between two ends; without an answer until it is touched."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from surveys.answer_fields.lines import AnswerSliderField
from surveys.document_check import DocumentCheck
from surveys.editing.settings import HIGH_LABEL, LARGEST, LOW_LABEL, SMALLEST
from surveys.editing.settings import STEP as STEP_BETWEEN
from surveys.errors import AnswerError
from surveys.messages import _, number_text
from surveys.question_types.number import NumberType
from surveys.read_number import plain, read_number
from surveys.setting_checks import check_decimal_limits, check_ends, check_number
from surveys.statistics.numbers import summarise_numbers
from surveys.statistics.summary import Summary

if TYPE_CHECKING:
    from wtforms.fields.core import UnboundField

    from surveys.messages import Translate
    from surveys.question import Question

LEAST, MOST, STEP = 0, 100, 1
MOST_STEPS = 1000


class Slider(NumberType):
    name = "slider"
    settings = NumberType.settings | {"step", "low_label", "high_label"}
    configured_by = (SMALLEST, LARGEST, STEP_BETWEEN, LOW_LABEL, HIGH_LABEL)
    begins_as = {"min": LEAST, "max": MOST}

    def check(self, document: dict[str, Any], place: str, check: DocumentCheck) -> None:
        super().check(document, place, check)
        before = len(check.problems)
        check_decimal_limits(document, place, check)
        step = check_number(document, "step", place, check)
        check_ends(document, place, check)
        if step is not None and step <= 0:
            check.report(f"{place}.step", _("A step must be larger than 0."))
        elif len(check.problems) == before:
            _check_steps(document, place, check)

    def clean(self, question: Question, value: object) -> int | float | None:
        if value is None or value == "":
            return None
        number = read_number(value)
        least, most, step = ends(question.settings)
        if number is None or not least <= number <= most:
            raise AnswerError(
                _("Choose a number from %(least)s to %(most)s."), least=number_text(least), most=number_text(most)
            )
        if (number - least) % step:
            raise AnswerError(
                _("Choose a number in steps of %(step)s from %(least)s."),
                step=number_text(step),
                least=number_text(least),
            )
        return plain(number)

    def field(self, question: Question, language: str, translate: Translate) -> UnboundField[Any]:
        least, most, step = map(plain, ends(question.settings))
        return AnswerSliderField(question, language, translate, limits=(least, most, step))

    def summarise(self, question: Question, values: Sequence[Any]) -> Summary:
        least, most, _step = ends(question.settings)
        return summarise_numbers(values, float(least), float(most))


def ends(settings: Any) -> tuple[Decimal, Decimal, Decimal]:
    """The lowest and highest number, and the step between two neighbours."""
    least, most, step = settings.get("min", LEAST), settings.get("max", MOST), settings.get("step", STEP)
    return Decimal(str(least)), Decimal(str(most)), Decimal(str(step))


def _check_steps(document: dict[str, Any], place: str, check: DocumentCheck) -> None:
    least, most, step = ends(document)
    if not 1 <= (most - least) / step <= MOST_STEPS or (most - least) % step:
        check.report(
            f"{place}.step",
            _("The steps must go up in the distance between the ends, %(most)s times at most."),
            most=MOST_STEPS,
        )
