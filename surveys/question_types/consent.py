"""One box to tick: stored as true, and not at all where it was left open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from surveys.answer_fields.tick import AnswerTickField
from surveys.columns import Cell, Column
from surveys.document_check import DocumentCheck
from surveys.editing.settings import REASON
from surveys.errors import AnswerError
from surveys.messages import Message, _
from surveys.question_types.base import QuestionType
from surveys.statistics.summary import Summary, count_answered

if TYPE_CHECKING:
    from wtforms.fields.core import UnboundField

    from surveys.messages import Translate
    from surveys.question import Question

TICKED = ("true", "yes", "on", "1")


class Consent(QuestionType):
    """`reason`: why it is asked for, told beside the box."""

    name = "consent"
    value_kind = "boolean"
    # A box that is ticked beforehand is no consent.
    begins = False
    settings = frozenset({"reason"})
    configured_by = (REASON,)

    def check(self, document: dict[str, Any], place: str, check: DocumentCheck) -> None:
        super().check(document, place, check)
        check.texts(document.get("reason"), f"{place}.reason", required=document.get("required") is True)

    def clean(self, question: Question, value: object) -> bool | None:
        if value is None or value is False or value in ("", "false"):
            return None
        if value is True or value in TICKED:
            return True
        raise AnswerError(_("Send true where the box is ticked, and nothing where it is not."))

    def lacking(self, question: Question, answer: Any, *, required: bool) -> Message | None:
        if required and answer is None:
            return Message(_("Tick the box if you agree. Without that we cannot take your answers."))
        return None

    def field(self, question: Question, language: str, translate: Translate) -> UnboundField[Any]:
        return AnswerTickField(question, language, translate)

    def columns(self, question: Question, language: str) -> list[Column]:
        return [Column(question.variable, question.label_in(language), "boolean")]

    def cells(self, question: Question, value: Any, language: str) -> list[Cell]:
        return [value]

    def summarise(self, question: Question, values: Sequence[Any]) -> Summary:
        return count_answered(values)
