"""A ranking as one list to choose from for each place: first, second, third."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING, Any

from wtforms import Field

from surveys.answer_fields.base import AnswerFieldMixin

if TYPE_CHECKING:
    from surveys.messages import Translate
    from surveys.question import Question


class AnswerRankingField(AnswerFieldMixin, Field):
    """The lists have one name; those left open are passed over. `places`: how many there are."""

    def __init__(self, question: Question, language: str, translate: Translate, *, places: int, **own: Any) -> None:
        super().__init__(question, language, translate, **own)
        self.places = places
        self.codes: Container[str] = question.choice_by_code

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = [code for code in valuelist if code]

    def offer(self, codes: Container[str]) -> None:
        """Show only these choices, whatever was ranked."""
        self.codes = codes

    def offered(self) -> list[tuple[str, str]]:
        """Code and label of what can be ranked, and of what was ranked before it was retired."""
        ranked = self.data if isinstance(self.data, list) else []
        return [
            (choice.code, choice.label_in(self.language))
            for choice in self.question.choices
            if choice.code in self.codes and (not choice.retired or choice.code in ranked)
        ]

    def at(self, place: int) -> str:
        """The code in this place (0 = first), "" for none."""
        return self.data[place] if isinstance(self.data, list) and place < len(self.data) else ""
