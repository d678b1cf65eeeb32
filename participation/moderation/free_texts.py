"""The texts that people wrote themselves, among answers that are mostly codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy.orm import Session

from participation import languages
from participation.activities import queries as activities
from participation.moderation.kinds import MARK
from surveys.question import Question
from surveys.question_types.text import TextType

# What imported registrations say without a question of their own.
ALWAYS_TEXTS = frozenset({"comment", "place_name"})


@dataclass(frozen=True, slots=True)
class FreeText:
    """`asked`: the question in the reader's language; empty for a mark's plain comment."""

    variable: str
    asked: str
    words: str


class FreeTexts:
    """Finds them, by the version of the questionnaire that each response answers."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.language = languages.current()

    def of_mark(
        self, activity_id: int, version: int, question: str, category: str, answers: Mapping[str, Any]
    ) -> list[FreeText]:
        """The follow-up texts of a mark, its comment and the name of its place among them."""
        asked = self._questions(activity_id, version).get(question)
        return self._texts(asked.followups_by_category.get(category or None, {}) if asked else {}, answers)

    def of_response(self, activity_id: int, version: int, answers: Mapping[str, Any]) -> list[FreeText]:
        """The texts among the answers to ordinary questions."""
        return self._texts(self._questions(activity_id, version), answers)

    def of_row(self, kind: str, row: Any) -> list[FreeText]:
        """Of a row of a query, a mark's or a response's."""
        answers, about = orjson.loads(row.answers), (row.activity_id, row.questionnaire_version)
        if kind == MARK:
            return self.of_mark(*about, row.question, row.category, answers)
        return self.of_response(*about, answers)

    def _questions(self, activity_id: int, version: int) -> Mapping[str, Question]:
        found = activities.questionnaire(self.session, activity_id, version)
        return found.question_by_variable if found else {}

    def _texts(self, known: Mapping[str, Question], answers: Mapping[str, Any]) -> list[FreeText]:
        return [
            FreeText(variable, known[variable].label_in(self.language) if variable in known else "", value)
            for variable, value in answers.items()
            if isinstance(value, str) and value and _is_text(variable, known.get(variable))
        ]


def _is_text(variable: str, asked: Question | None) -> bool:
    return isinstance(asked.behaviour, TextType) if asked else variable in ALWAYS_TEXTS
