"""Five faces from very bad (1) to very good (5): stored as a whole number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from surveys.columns import Cell, Column
from surveys.document_check import DocumentCheck
from surveys.errors import AnswerError
from surveys.messages import _
from surveys.question_types.coded import CodedType

if TYPE_CHECKING:
    from wtforms.fields.core import UnboundField

    from surveys.messages import Translate
    from surveys.questionnaire import Question
    from surveys.statistics.summary import Summary

STEPS = ("1", "2", "3", "4", "5")


class SmileyScale(CodedType):
    name = "smiley_scale"
    least_choices = len(STEPS)

    def check(self, document: dict[str, Any], place: str, check: DocumentCheck) -> None:
        super().check(document, place, check)
        choices = document.get("choices")
        codes = (
            [choice.get("code") for choice in choices if isinstance(choice, dict)] if isinstance(choices, list) else []
        )
        if codes != list(STEPS):
            check.report(f"{place}.choices", _("A scale of faces has the codes 1, 2, 3, 4 and 5 in that order."))

    def clean(self, question: Question, value: object) -> int | None:
        if value is None or value == "":
            return None
        if type(value) is int and 1 <= value <= len(STEPS):
            return value
        if isinstance(value, str) and value in STEPS:
            return int(value)
        raise AnswerError(_("Choose one of the faces: a whole number from 1 to 5."))

    def field(self, question: Question, language: str, translate: Translate) -> UnboundField[Any]:
        from surveys.answer_form import AnswerRadioField

        return AnswerRadioField(question, language, translate)

    def columns(self, question: Question, language: str) -> list[Column]:
        code, label = super().columns(question, language)
        return [Column(code.name, code.label, "integer"), label]

    def cells(self, question: Question, value: Any, language: str) -> list[Cell]:
        return [value, None if value is None else question.choice_label(str(value), language)]

    def summarise(self, question: Question, values: Sequence[Any]) -> Summary:
        from surveys.statistics.summary import summarise_scale

        return summarise_scale([int(step) for step in STEPS], values)
