"""One choice of several: stored as its code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from surveys.answer_fields.choices import AnswerDropdownField, AnswerRadioField
from surveys.choice_check import IMAGES
from surveys.columns import Cell
from surveys.document_check import DocumentCheck
from surveys.editing.settings import CHOICE_FILTER, DONT_KNOW, LIST_LOOKS, choices
from surveys.question_types.coded import BLANK, CodedType, code_called, known_code

if TYPE_CHECKING:
    from wtforms.fields.core import UnboundField

    from surveys.messages import Translate
    from surveys.question import Question

RADIO, DROPDOWN = "radio", "dropdown"


class SingleChoice(CodedType):
    name = "single_choice"
    value_kind = "code"
    settings = CodedType.settings | {"appearance", "dont_know", "choice_filter"}
    choice_flags = CodedType.choice_flags | {"specify"}
    configured_by = (choices("specify", "retired"), LIST_LOOKS, DONT_KNOW, CHOICE_FILTER)
    begins_as = {"choices": [*BLANK]}

    def check(self, document: dict[str, Any], place: str, check: DocumentCheck) -> None:
        super().check(document, place, check)
        if "appearance" in document:
            check.one_of(document["appearance"], (RADIO, DROPDOWN, IMAGES), f"{place}.appearance")

    def clean(self, question: Question, value: object) -> str | None:
        return None if value is None or value == "" else known_code(question, value)

    def from_cell(self, question: Question, cell: object) -> object:
        """A file that was made elsewhere may have the words of the choice, as a reader sees them."""
        told = super().from_cell(question, cell)
        return code_called(question, told) if isinstance(told, str) else told

    def field(self, question: Question, language: str, translate: Translate) -> UnboundField[Any]:
        made = AnswerDropdownField if question.setting("appearance") == DROPDOWN else AnswerRadioField
        return made(question, language, translate)

    def cells(self, question: Question, value: Any, language: str) -> list[Cell]:
        return [value, None if value is None else question.choice_label(value, language)]
