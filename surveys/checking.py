"""What every check of a response must know, and where it tells what is wrong."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from surveys.error_list import ErrorList
from surveys.flow import Flow
from surveys.own_messages import OwnWords
from surveys.question import Question
from surveys.questionnaire import Questionnaire


@dataclass(slots=True)
class Checking:
    """`complete`: whether anything may still be open. `project_area`: GeoJSON text in WGS84, for questions that keep their
    marks inside or outside it. `flow`: what is shown and required; None where no condition is looked at. `answers`: those
    of the whole response, once they are clean.
    """

    questionnaire: Questionnaire
    errors: ErrorList
    complete: bool = False
    project_area: str | None = None
    language: str = ""
    flow: Flow | None = None
    answers: Mapping[str, Any] = field(default_factory=dict)

    def words(self, questions: Mapping[str, Question], answers: Mapping[str, Any]) -> OwnWords:
        """`questions` and `answers`: those of a mark, if they are not those of the whole response."""
        counts = self.flow.marks if self.flow else {}
        known: Any = ChainMap(*(answers, self.answers, counts))  # type: ignore[arg-type]
        asked: Any = ChainMap(*(questions, self.questionnaire.question_by_variable))  # type: ignore[arg-type]
        return OwnWords(self.language, asked, known)
