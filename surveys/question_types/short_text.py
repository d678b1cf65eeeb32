"""One line of text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from surveys.answer_fields.lines import AnswerLineField
from surveys.clean_text import clean_line
from surveys.question_types.text import TextType

if TYPE_CHECKING:
    from wtforms.fields.core import UnboundField

    from surveys.messages import Translate
    from surveys.question import Question


class ShortText(TextType):
    name = "short_text"
    usual_length = 200

    def clean_text(self, value: object, max_length: int) -> str:
        return clean_line(value, max_length)

    def field(self, question: Question, language: str, translate: Translate) -> UnboundField[Any]:
        return AnswerLineField(question, language, translate, render_kw={"maxlength": self.max_length(question)})
