"""Photos handed in beforehand: stored as a list of their upload ids."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from surveys.answer_fields.photos import AnswerPhotosField
from surveys.columns import Cell, Column
from surveys.document_check import DocumentCheck
from surveys.editing.settings import MOST_PHOTOS as PHOTOS_AT_MOST
from surveys.errors import AnswerError
from surveys.messages import _
from surveys.question_types.base import QuestionType
from surveys.statistics.summary import Summary, count_answered

if TYPE_CHECKING:
    from wtforms.fields.core import UnboundField

    from surveys.messages import Translate
    from surveys.question import Question

UPLOAD = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
MOST_PHOTOS = 10


class Photo(QuestionType):
    name = "photo"
    value_kind = "unknown"
    begins = False
    settings = frozenset({"max_photos"})
    configured_by = (PHOTOS_AT_MOST,)

    def check(self, document: dict[str, Any], place: str, check: DocumentCheck) -> None:
        super().check(document, place, check)
        check.whole_number(document, "max_photos", place, 1, MOST_PHOTOS)

    def clean(self, question: Question, value: object) -> list[str] | None:
        if value is None or value == "" or value == []:
            return None
        sent = value if isinstance(value, list) else [value]
        most = max_photos(question)
        if len(sent) > most:
            raise AnswerError(
                _("There are %(count)s photos. Send at most %(most)s: remove some."), count=len(sent), most=most
            )
        if not all(isinstance(upload, str) and UPLOAD.fullmatch(upload) for upload in sent):
            raise AnswerError(_("The photo was not taken in. Remove it and choose it again."))
        return list(dict.fromkeys(sent))

    def field(self, question: Question, language: str, translate: Translate) -> UnboundField[Any]:
        return AnswerPhotosField(question, language, translate, most=max_photos(question))

    def columns(self, question: Question, language: str) -> list[Column]:
        return [Column(question.variable, question.label_in(language), "text")]

    def from_cell(self, question: Question, cell: object) -> object:
        """A file has the names of photos, and none of them."""
        return None

    def cells(self, question: Question, value: Any, language: str) -> list[Cell]:
        return [" ".join(value) if value else None]

    def summarise(self, question: Question, values: Sequence[Any]) -> Summary:
        return count_answered(values)


def max_photos(question: Question) -> int:
    return int(question.setting("max_photos", 1))
