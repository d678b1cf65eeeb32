"""What the types answered on the map share."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from surveys.boundary import check_boundary_setting
from surveys.columns import Cell, Column
from surveys.document_check import DocumentCheck
from surveys.editing.settings import BOUNDARY, CATEGORIES, FEWEST_MARKS, FOLLOWUPS, LAYERS, Setting
from surveys.editing.settings import MOST_MARKS as MARKS_AT_MOST
from surveys.errors import AnswerError
from surveys.layers_check import check_layers
from surveys.messages import Message, _
from surveys.question_types.base import QuestionType
from surveys.setting_checks import check_order
from surveys.statistics.numbers import summarise_numbers
from surveys.statistics.summary import Summary

if TYPE_CHECKING:
    from wtforms.fields.core import UnboundField

    from surveys.messages import Translate
    from surveys.question import Question

MOST_MARKS = 500


class MapQuestionType(QuestionType):
    """Answered with marks, never with a value of its own.

    `layers`: kinds of the project's zones shown behind, as they are called there; `boundary`: see surveys/boundary.py.
    """

    settings = frozenset({"categories", "min_marks", "max_marks", "followups", "layers", "boundary"})
    configured_by: ClassVar[tuple[Setting, ...]] = (
        CATEGORIES,
        FOLLOWUPS,
        FEWEST_MARKS,
        MARKS_AT_MOST,
        LAYERS,
        BOUNDARY,
    )
    collects_answer = False
    collects_marks = True
    begins = False
    value_kind = "number"
    symbols: ClassVar[tuple[str, ...]]

    def check(self, document: dict[str, Any], place: str, check: DocumentCheck) -> None:
        """All but categories and follow-ups, which hold questions themselves."""
        super().check(document, place, check)
        least, most = (check.whole_number(document, name, place, 1, MOST_MARKS) for name in ("min_marks", "max_marks"))
        check_order(least, most, place, check)
        check_layers(document, f"{place}.layers", check)
        check_boundary_setting(document, place, check)

    def clean(self, question: Question, value: object) -> Any:
        raise AnswerError(_("This is a question for the map. Send its answers among the marks."))

    def lacking(self, question: Question, answer: Any, *, required: bool) -> Message | None:
        """`answer`: how many marks there are."""
        count, least = answer or 0, question.setting("min_marks", 0)
        named = {"question": question.variable, "count": count, "least": least}
        if required and not count:
            return Message(_("“%(question)s” must be answered on the map."), named)
        if 0 < count < least:
            return Message(_("“%(question)s” has %(count)s marks. Put %(least)s at least."), named)
        return None

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
        return summarise_numbers(values)
