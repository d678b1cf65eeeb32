"""Text of several lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from surveys.answer_fields.lines import AnswerTextField
from surveys.clean_text import clean_text
from surveys.question_types.text import TextType

if TYPE_CHECKING:
    from wtforms.fields.core import UnboundField

    from surveys.messages import Translate
    from surveys.question import Question


class LongText(TextType):
    name = "long_text"
    usual_length = 2000

    def clean_text(self, value: object, max_length: int) -> str:
        return clean_text(value, max_length)

    def field(self, question: Question, language: str, translate: Translate) -> UnboundField[Any]:
        return AnswerTextField(question, language, translate, render_kw={"maxlength": self.max_length(question)})
