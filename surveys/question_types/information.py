"""A text, and a picture where there is one: collects nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from surveys.choice_check import check_picture
from surveys.columns import Cell, Column
from surveys.document_check import DocumentCheck
from surveys.editing.settings import PICTURE, PICTURE_WORDS, TOLD
from surveys.errors import AnswerError
from surveys.messages import Message, _
from surveys.question_types.base import QuestionType
from surveys.statistics.summary import Summary

if TYPE_CHECKING:
    from wtforms.fields.core import UnboundField

    from surveys.messages import Translate
    from surveys.question import Question


class Information(QuestionType):
    """`label` is the heading, `text` what is told; `image` the name of a file that the activity carries."""

    name = "information"
    value_kind = "unknown"
    begins = False
    settings = frozenset({"text", "image", "image_alt"})
    configured_by = (TOLD, PICTURE, PICTURE_WORDS)
    collects_answer = False

    def check(self, document: dict[str, Any], place: str, check: DocumentCheck) -> None:
        super().check(document, place, check)
        check.texts(document.get("text"), f"{place}.text", required=False)
        check_picture(document, place, check)
        check.texts(document.get("image_alt"), f"{place}.image_alt", required="image" in document)
        if document.get("required"):
            check.report(f"{place}.required", _("There is nothing to answer here. Remove “required”."))

    def clean(self, question: Question, value: object) -> None:
        if value is not None and value != "":
            raise AnswerError(_("There is nothing to answer here. Leave it out."))

    def lacking(self, question: Question, answer: Any, *, required: bool) -> Message | None:
        return None

    def field(self, question: Question, language: str, translate: Translate) -> UnboundField[Any]:
        raise NotImplementedError("Nothing is asked.")

    def columns(self, question: Question, language: str) -> list[Column]:
        return []

    def cells(self, question: Question, value: Any, language: str) -> list[Cell]:
        return []

    def summarise(self, question: Question, values: Sequence[Any]) -> Summary:
        return Summary(len(values), 0)
