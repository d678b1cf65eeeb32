"""Never asked: the page itself fills it in, with a whole number or a short text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from surveys.clean_text import clean_line
from surveys.columns import Cell, Column
from surveys.errors import AnswerError
from surveys.messages import _
from surveys.question_types.base import QuestionType
from surveys.question_types.whole_number import MOST

if TYPE_CHECKING:
    from wtforms.fields.core import UnboundField

    from surveys.messages import Translate
    from surveys.questionnaire import Question
    from surveys.statistics.summary import Summary

MAX_LENGTH = 200


class Hidden(QuestionType):
    name = "hidden"

    def clean(self, question: Question, value: object) -> int | str | None:
        if value is None or value == "":
            return None
        if type(value) is int and abs(value) <= MOST:
            return value
        if isinstance(value, str):
            return clean_line(value, MAX_LENGTH) or None
        raise AnswerError(_("Send a whole number or a short text here."))

    def field(self, question: Question, language: str, translate: Translate) -> UnboundField[Any]:
        from surveys.answer_form import AnswerHiddenField

        return AnswerHiddenField(question, language, translate)

    def columns(self, question: Question, language: str) -> list[Column]:
        return [Column(question.variable, question.label_in(language), "text")]

    def cells(self, question: Question, value: Any, language: str) -> list[Cell]:
        return [None if value is None else str(value)]

    def summarise(self, question: Question, values: Sequence[Any]) -> Summary:
        from surveys.statistics.summary import count_answered

        return count_answered(values)
