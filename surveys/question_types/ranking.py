"""Choices put in order: stored as a list of codes from the first to the last that was ranked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from surveys.answer_fields.ranking import AnswerRankingField
from surveys.columns import Cell
from surveys.document_check import DocumentCheck
from surveys.editing.settings import CHOICE_FILTER, MOST_RANKED, choices
from surveys.errors import AnswerError
from surveys.messages import _
from surveys.question_types.coded import BLANK, CodedType, known_code
from surveys.statistics.ranks import summarise_ranks
from surveys.statistics.summary import Summary

if TYPE_CHECKING:
    from wtforms.fields.core import UnboundField

    from surveys.messages import Translate
    from surveys.question import Question

MOST_TO_RANK = 20


class Ranking(CodedType):
    name = "ranking"
    value_kind = "codes"
    settings = CodedType.settings | {"max_ranked", "choice_filter"}
    configured_by = (choices("retired", least=2), MOST_RANKED, CHOICE_FILTER)
    begins_as = {"choices": [*BLANK]}

    def check(self, document: dict[str, Any], place: str, check: DocumentCheck) -> None:
        super().check(document, place, check)
        check.items(document.get("choices") or [None, None], f"{place}.choices", MOST_TO_RANK, 2)
        check.whole_number(document, "max_ranked", place, 1, MOST_TO_RANK)

    def clean(self, question: Question, value: object) -> list[str] | None:
        if value is None or value == "" or value == []:
            return None
        codes = [known_code(question, code) for code in (value if isinstance(value, list) else [value])]
        most = most_ranked(question)
        if len(set(codes)) < len(codes):
            raise AnswerError(_("The same choice stands in two places. Let it stand in one."))
        if len(codes) > most:
            raise AnswerError(
                _("%(count)s are ranked. Rank at most %(most)s: take some away."), count=len(codes), most=most
            )
        return codes

    def field(self, question: Question, language: str, translate: Translate) -> UnboundField[Any]:
        return AnswerRankingField(question, language, translate, places=most_ranked(question))

    def from_cell(self, question: Question, cell: object) -> object:
        """Codes hold no space."""
        return str(cell).split()

    def cells(self, question: Question, value: Any, language: str) -> list[Cell]:
        """In order; codes with a space between, as they hold none, labels with a semicolon."""
        if not value:
            return [None, None]
        return [" ".join(value), "; ".join(question.choice_label(code, language) for code in value)]

    def summarise(self, question: Question, values: Sequence[Any]) -> Summary:
        return summarise_ranks([choice.code for choice in question.choices], values)


def most_ranked(question: Question) -> int:
    """How many can be ranked."""
    return min(question.setting("max_ranked", MOST_TO_RANK), len(question.choices))
