"""Values that enough different respondents gave; others are blank."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Any

from surveys.question import Question
from surveys.question_types.ranking import Ranking

Asked = tuple[Hashable, ...]


class CommonValues:
    """`asked`: what tells a question from another of the same variable. Filled by `add`; then `of` gives what may be told."""

    def __init__(self, fewest: int) -> None:
        self.fewest = fewest
        self.gave: dict[tuple[Asked, str, str], set[int]] = {}
        self.blanked = 0

    def add(self, asked: Asked, question: Question, answer: Any, respondent: int) -> None:
        for variable, value in _values(question, answer):
            gave = self.gave.setdefault((asked, variable, value), set())
            if len(gave) < self.fewest:
                gave.add(respondent)

    def of(self, asked: Asked, question: Question, answer: Any) -> Any:
        """The answer without what too few gave. A ranking is whole or not at all: without one, the rest would move up."""
        rare = [value for value in _values(question, answer) if not self._is_common(asked, *value)]
        self.blanked += len(rare)
        if not rare:
            return answer
        if isinstance(answer, dict):
            rows = zip(question.rows, question.parts, strict=True)
            kept = {row.code for row, part in rows if part.variable not in {variable for variable, _value in rare}}
            return {code: value for code, value in answer.items() if code in kept}
        if isinstance(answer, list) and not isinstance(question.behaviour, Ranking):
            return [code for code in answer if (question.variable, str(code)) not in rare]
        return None

    def _is_common(self, asked: Asked, variable: str, value: str) -> bool:
        return len(self.gave.get((asked, variable, value), ())) >= self.fewest


def _values(question: Question, answer: Any) -> Iterator[tuple[str, str]]:
    for part, given in question.answered(answer):
        for value in given if isinstance(given, list) else [given]:
            if value is not None:
                yield part.variable, str(value)
