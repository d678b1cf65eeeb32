"""One choice of several: stored as its code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from surveys.columns import Cell
from surveys.question_types.coded import CodedType, known_code

if TYPE_CHECKING:
    from wtforms.fields.core import UnboundField

    from surveys.messages import Translate
    from surveys.questionnaire import Question


class SingleChoice(CodedType):
    name = "single_choice"

    def clean(self, question: Question, value: object) -> str | None:
        return None if value is None or value == "" else known_code(question, value)

    def field(self, question: Question, language: str, translate: Translate) -> UnboundField[Any]:
        from surveys.answer_form import AnswerRadioField

        return AnswerRadioField(question, language, translate)

    def cells(self, question: Question, value: Any, language: str) -> list[Cell]:
        return [value, None if value is None else question.choice_label(value, language)]
