"""What the two text types share."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from surveys.columns import Cell, Column
from surveys.document_check import DocumentCheck
from surveys.editing.settings import LONGEST as LONGEST_ANSWER
from surveys.question_types.base import QuestionType
from surveys.statistics.summary import Summary, count_answered

if TYPE_CHECKING:
    from surveys.question import Question

LONGEST = 10_000


class TextType(QuestionType):
    settings = frozenset({"max_length"})
    configured_by = (LONGEST_ANSWER,)
    value_kind = "text"
    usual_length: ClassVar[int]

    @abstractmethod
    def clean_text(self, value: object, max_length: int) -> str: ...

    def check(self, document: dict[str, Any], place: str, check: DocumentCheck) -> None:
        super().check(document, place, check)
        check.whole_number(document, "max_length", place, 1, LONGEST)

    def max_length(self, question: Question) -> int:
        return int(question.setting("max_length", self.usual_length))

    def clean(self, question: Question, value: object) -> str | None:
        return None if value is None else self.clean_text(value, self.max_length(question)) or None

    def columns(self, question: Question, language: str) -> list[Column]:
        return [Column(question.variable, question.label_in(language), "text")]

    def cells(self, question: Question, value: Any, language: str) -> list[Cell]:
        return [value]

    def summarise(self, question: Question, values: Sequence[Any]) -> Summary:
        return count_answered(values)
