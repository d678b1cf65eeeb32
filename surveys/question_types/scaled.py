"""What the types answered with a step of a scale share; who does not know stands apart from the steps."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from surveys.answer_fields.choices import AnswerRadioField
from surveys.columns import Cell, Column, with_label
from surveys.errors import AnswerError
from surveys.messages import _
from surveys.question_types.base import QuestionType
from surveys.statistics.numbers import summarise_scale
from surveys.statistics.summary import DONT_KNOW, Summary

if TYPE_CHECKING:
    from wtforms.fields.core import UnboundField

    from surveys.messages import Translate
    from surveys.question import Question


class ScaledType(QuestionType):
    coded = True
    value_kind = "step"

    @abstractmethod
    def steps(self, question: Question) -> range: ...

    def clean(self, question: Question, value: object) -> int | str | None:
        """A step as a whole number, or "dont_know"."""
        if value is None or value == "":
            return None
        if value == DONT_KNOW and DONT_KNOW in question.choice_by_code:
            return DONT_KNOW
        steps = self.steps(question)
        if type(value) is int and value in steps:
            return value
        if isinstance(value, str) and value in map(str, steps):
            return int(value)
        raise AnswerError(
            _("Choose a step of the scale: a whole number from %(least)s to %(most)s."), least=steps[0], most=steps[-1]
        )

    def field(self, question: Question, language: str, translate: Translate) -> UnboundField[Any]:
        return AnswerRadioField(question, language, translate)

    def columns(self, question: Question, language: str) -> list[Column]:
        return with_label(question.variable, question.label_in(language), "integer")

    def cells(self, question: Question, value: Any, language: str) -> list[Cell]:
        """The step is blank for those who do not know, so that a mean of the column is right."""
        label = None if value is None else question.choice_label(str(value), language)
        return [None if value == DONT_KNOW else value, label]

    def from_cells(self, question: Question, cells: Sequence[object]) -> object:
        """Of those who do not know, the label tells it, in the language of the file."""
        step, label = cells
        apart = question.choice_by_code.get(DONT_KNOW)
        if step is None and apart is not None and label in apart.label.values():
            return DONT_KNOW
        return super().from_cells(question, cells)

    def summarise(self, question: Question, values: Sequence[Any]) -> Summary:
        return summarise_scale(self.steps(question), values)
