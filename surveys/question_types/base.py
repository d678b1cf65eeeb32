"""What every question type knows: how it is configured, asked, cleaned, summarised and exported."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from surveys.columns import Cell, Column
from surveys.document_check import DocumentCheck
from surveys.errors import AnswerError
from surveys.messages import _

if TYPE_CHECKING:
    from wtforms.fields.core import UnboundField

    from surveys.messages import Translate
    from surveys.questionnaire import Question
    from surveys.statistics.summary import Summary

ORDINARY_MEMBERS = frozenset({"uid", "variable", "type", "label", "hint", "required"})


class QuestionType(ABC):
    """Stateless: one object serves every question of its type."""

    name: ClassVar[str]
    settings: ClassVar[frozenset[str]] = frozenset()
    """Members of the question's document that only this type has."""
    collects_marks: ClassVar[bool] = False
    coded: ClassVar[bool] = False

    def check(self, document: dict[str, Any], place: str, check: DocumentCheck) -> None:
        """Note every problem of the type's own members."""
        check.known_members(document, ORDINARY_MEMBERS | self.settings, place)

    @abstractmethod
    def clean(self, question: Question, value: object) -> Any:
        """The answer as it is stored, None when nothing was answered; AnswerError says what to mend."""

    @abstractmethod
    def field(self, question: Question, language: str, translate: Translate) -> UnboundField[Any]:
        """The question as a WTForms field for pages without JavaScript."""

    @abstractmethod
    def columns(self, question: Question, language: str) -> list[Column]: ...

    @abstractmethod
    def cells(self, question: Question, value: Any, language: str) -> list[Cell]:
        """As many as columns; `value` is a cleaned answer or None."""

    @abstractmethod
    def summarise(self, question: Question, values: Sequence[Any]) -> Summary:
        """`values`: one cleaned answer for each respondent, None where it was left open."""


class MapQuestionType(QuestionType):
    """Answered with marks, never with a value of its own."""

    settings = frozenset({"categories", "max_marks", "followups"})
    collects_marks = True
    symbols: ClassVar[tuple[str, ...]]

    def clean(self, question: Question, value: object) -> Any:
        raise AnswerError(_("This is a question for the map. Send its answers among the marks."))

    @abstractmethod
    def clean_geometry(self, geometry: object) -> dict[str, Any]:
        """GeoJSON in WGS84, at most 6 decimals; AnswerError says what to mend."""

    def field(self, question: Question, language: str, translate: Translate) -> UnboundField[Any]:
        raise NotImplementedError("A map question has pages of its own.")

    def columns(self, question: Question, language: str) -> list[Column]:
        return [Column(question.variable, question.label_in(language), "integer")]

    def cells(self, question: Question, value: Any, language: str) -> list[Cell]:
        return [value or 0]

    def summarise(self, question: Question, values: Sequence[Any]) -> Summary:
        """`values`: number of marks of each respondent."""
        from surveys.statistics.summary import summarise_numbers

        return summarise_numbers(values)
