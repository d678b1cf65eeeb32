"""What the types answered with a number share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from surveys.columns import Cell, Column
from surveys.question_types.base import QuestionType
from surveys.statistics.numbers import summarise_numbers
from surveys.statistics.summary import Summary

if TYPE_CHECKING:
    from surveys.question import Question


class NumberType(QuestionType):
    settings = frozenset({"min", "max"})
    value_kind = "number"

    def columns(self, question: Question, language: str) -> list[Column]:
        return [Column(question.variable, question.label_in(language), "number")]

    def cells(self, question: Question, value: Any, language: str) -> list[Cell]:
        return [value]

    def summarise(self, question: Question, values: Sequence[Any]) -> Summary:
        return summarise_numbers(values)
