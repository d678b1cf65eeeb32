"""What every question type knows: how it is configured, asked, cleaned, summarised and exported."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from surveys.columns import Cell, Column
from surveys.conditions.values import Kind
from surveys.document_check import DocumentCheck
from surveys.editing.settings import Setting
from surveys.messages import Message, _
from surveys.statistics.summary import Summary

if TYPE_CHECKING:
    from wtforms.fields.core import UnboundField

    from surveys.messages import Translate
    from surveys.question import Question

ORDINARY_MEMBERS = frozenset({"uid", "variable", "type", "label", "hint", "required", "required_message"})
LOGIC_MEMBERS = frozenset({"relevant", "constraint", "constraint_message", "unread"})


class QuestionType(ABC):
    """Stateless: one object serves every question of its type."""

    name: ClassVar[str]
    settings: ClassVar[frozenset[str]] = frozenset()
    """Members of the question's document that only this type has."""
    configured_by: ClassVar[tuple[Setting, ...]] = ()
    """How they are edited."""
    begins_as: ClassVar[Mapping[str, Any]] = {}
    """The settings of a new question, with texts in the languages that we have."""
    collects_answer: ClassVar[bool] = True
    """False where no value is kept: what is told, and what is answered on the map."""
    collects_marks: ClassVar[bool] = False
    coded: ClassVar[bool] = False
    value_kind: ClassVar[Kind]
    """What an answer is in conditions: as static/js/surveys/value_kinds.js has it too."""
    worked_out: ClassVar[bool] = False
    """True where nobody answers: what is stored follows from other answers."""
    begins: ClassVar[bool] = True
    """Whether something may stand in the field before anything is answered."""
    on_screen: ClassVar[bool] = True
    """False where there is nothing to see."""

    def check(self, document: dict[str, Any], place: str, check: DocumentCheck) -> None:
        """Note every problem of the type's own members."""
        check.known_members(document, self.members, place)

    @property
    def members(self) -> frozenset[str]:
        """All that the document of such a question may have."""
        members = ORDINARY_MEMBERS | LOGIC_MEMBERS | self.settings
        return members | {"default"} if self.begins else members

    def variables(self, document: Mapping[str, Any]) -> list[str]:
        """Every name that the answers and columns of an unchecked document take up."""
        variable = document.get("variable")
        return [variable] if isinstance(variable, str) else []

    def choices(self, document: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
        """The documents of what can be chosen."""
        return ()

    def parts(self, question: Question) -> tuple[Question, ...]:
        """The questions that a question is made of; none for most."""
        return ()

    @abstractmethod
    def clean(self, question: Question, value: object) -> Any:
        """The answer as it is stored, None when nothing was answered; AnswerError says what to mend."""

    def clean_again(self, question: Question, value: object) -> Any:
        """As `clean`, of what was stored before: what was worked out then stands."""
        return self.clean(question, value)

    def lacking(self, question: Question, answer: Any, *, required: bool) -> Message | None:
        """What must be answered still before the response is complete; `answer` is cleaned."""
        open_still = required and answer is None and self.on_screen
        return Message(_("This question must be answered.")) if open_still else None

    @abstractmethod
    def field(self, question: Question, language: str, translate: Translate) -> UnboundField[Any]:
        """The question as a WTForms field for pages without JavaScript."""

    @abstractmethod
    def columns(self, question: Question, language: str) -> list[Column]: ...

    @abstractmethod
    def cells(self, question: Question, value: Any, language: str) -> list[Cell]:
        """As many as columns; `value` is a cleaned answer or None."""

    def from_cells(self, question: Question, cells: Sequence[object]) -> object:
        """What `clean` takes for an exported answer as a file gives it back: as many cells as columns, None for a blank."""
        return None if cells[0] is None else self.from_cell(question, cells[0])

    def from_cell(self, question: Question, cell: object) -> object:
        """The same for the first cell, where that holds all there is to know."""
        if isinstance(cell, float) and cell.is_integer():
            cell = int(cell)
        return cell if isinstance(cell, bool) else str(cell)

    @abstractmethod
    def summarise(self, question: Question, values: Sequence[Any]) -> Summary:
        """`values`: one cleaned answer for each respondent, None where it was left open."""
