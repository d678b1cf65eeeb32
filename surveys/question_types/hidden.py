"""Never asked: the page itself, or a parameter of its address, fills it in with a whole number or a short text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from surveys.answer_fields.lines import AnswerHiddenField
from surveys.clean_text import clean_line
from surveys.columns import Cell, Column
from surveys.document_check import DocumentCheck
from surveys.editing.settings import PARAMETER as FROM_ADDRESS
from surveys.errors import AnswerError
from surveys.messages import _, shown
from surveys.question_types.base import QuestionType
from surveys.setting_checks import MOST
from surveys.statistics.summary import Summary, count_answered

if TYPE_CHECKING:
    from wtforms.fields.core import UnboundField

    from surveys.messages import Translate
    from surveys.question import Question

MAX_LENGTH = 200
PARAMETER = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,62}")
# Parameters of the page itself.
TAKEN = frozenset({"lang"})


class Hidden(QuestionType):
    """`parameter`: the parameter of the page's address that it is filled from."""

    name = "hidden"
    value_kind = "text"
    begins = False
    on_screen = False
    settings = frozenset({"parameter"})
    configured_by = (FROM_ADDRESS,)
    begins_as = {"parameter": "kilde"}

    def check(self, document: dict[str, Any], place: str, check: DocumentCheck) -> None:
        super().check(document, place, check)
        name = document.get("parameter", "a")
        if not isinstance(name, str) or not PARAMETER.fullmatch(name) or name in TAKEN:
            check.report(
                f"{place}.parameter",
                _("“%(name)s” cannot be a parameter of the address. Use a–z, 0–9, _ and -, and not %(taken)s."),
                name=shown(name),
                taken=", ".join(sorted(TAKEN)),
            )

    def clean(self, question: Question, value: object) -> int | str | None:
        if value is None or value == "":
            return None
        if type(value) is int and abs(value) <= MOST:
            return value
        if isinstance(value, str):
            return clean_line(value, MAX_LENGTH) or None
        raise AnswerError(_("Send a whole number or a short text here."))

    def field(self, question: Question, language: str, translate: Translate) -> UnboundField[Any]:
        return AnswerHiddenField(question, language, translate)

    def columns(self, question: Question, language: str) -> list[Column]:
        return [Column(question.variable, question.label_in(language), "text")]

    def cells(self, question: Question, value: Any, language: str) -> list[Cell]:
        return [None if value is None else str(value)]

    def summarise(self, question: Question, values: Sequence[Any]) -> Summary:
        return count_answered(values)
