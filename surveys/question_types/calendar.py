"""What the types answered with a day share: the earliest and the latest that can be chosen."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from surveys.document_check import DocumentCheck
from surveys.question_types.base import QuestionType
from surveys.setting_checks import check_order
from surveys.statistics.summary import Summary, count_answered

if TYPE_CHECKING:
    from wtforms.fields.core import UnboundField

    from surveys.messages import Translate
    from surveys.question import Question


class CalendarType(QuestionType):
    settings = frozenset({"min", "max"})
    form_field: ClassVar[Any]
    """Of pages without JavaScript."""

    def check(self, document: dict[str, Any], place: str, check: DocumentCheck) -> None:
        super().check(document, place, check)
        earliest, latest = (
            None if document.get(name) is None else self.limit(document[name], f"{place}.{name}", check)
            for name in ("min", "max")
        )
        check_order(earliest, latest, place, check)

    @abstractmethod
    def limit(self, value: object, place: str, check: DocumentCheck) -> Any:
        """What can be compared, of an unchecked setting; None, and noted, where it is no day of ours."""

    def field(self, question: Question, language: str, translate: Translate) -> UnboundField[Any]:
        limits = {name: question.setting(name) for name in ("min", "max") if question.setting(name)}
        field: UnboundField[Any] = self.form_field(question, language, translate, render_kw=limits)
        return field

    def summarise(self, question: Question, values: Sequence[Any]) -> Summary:
        return count_answered(values)
