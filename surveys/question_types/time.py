"""A time of day: stored as HH:MM."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from surveys.answer_fields.lines import AnswerTimeField
from surveys.columns import Cell, Column
from surveys.errors import AnswerError
from surveys.messages import _
from surveys.question_types.base import QuestionType
from surveys.statistics.summary import Summary, count_answered

if TYPE_CHECKING:
    from wtforms.fields.core import UnboundField

    from surveys.messages import Translate
    from surveys.question import Question

# Some browsers send seconds too.
TYPED = re.compile(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])(?:[:.][0-5][0-9](?:\.0{1,9})?)?")


class Time(QuestionType):
    name = "time"
    value_kind = "time"

    def clean(self, question: Question, value: object) -> str | None:
        if value is None or value == "":
            return None
        time = read_time(value)
        if time is None:
            raise AnswerError(_("Write a time from 00:00 to 23:59, such as 14:30."))
        return time

    def field(self, question: Question, language: str, translate: Translate) -> UnboundField[Any]:
        return AnswerTimeField(question, language, translate)

    def columns(self, question: Question, language: str) -> list[Column]:
        return [Column(question.variable, question.label_in(language), "text")]

    def cells(self, question: Question, value: Any, language: str) -> list[Cell]:
        return [value]

    def summarise(self, question: Question, values: Sequence[Any]) -> Summary:
        return count_answered(values)


def read_time(value: object) -> str | None:
    """HH:MM for what was typed; None where it names no time."""
    found = TYPED.fullmatch(value.strip()) if isinstance(value, str) and len(value) <= 20 else None
    return f"{int(found[1]):02}:{found[2]}" if found else None
