"""Answers in words, to stand within other texts: labels of what was chosen, else the value itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from surveys.conditions.numbers import number_text
from surveys.conditions.values import Kind
from surveys.question import Question
from surveys.statistics.summary import DONT_KNOW

Write = Callable[[Any, Kind], str]
"""How numbers, dates and times are written for the reader."""


def plainly(value: Any, _kind: Kind) -> str:
    return number_text(float(value)) if isinstance(value, int | float) else str(value)


def answer_text(question: Question, answer: Any, language: str, write: Write = plainly) -> str:
    """Empty where nothing was answered, or nothing that can be said in words."""
    if isinstance(answer, list) and question.behaviour.value_kind == "codes":
        return ", ".join(_label(question, code, language) for code in answer if isinstance(code, str))
    if answer is None or isinstance(answer, bool | dict | list):
        return ""
    if "choices" in question.settings or answer == DONT_KNOW:
        return _label(question, answer, language)
    return write(answer, question.behaviour.value_kind)


class AnswerTexts:
    """The text of an answer by its variable. `questions`: those that can be asked for."""

    def __init__(
        self, questions: Mapping[str, Question], answers: Mapping[str, Any], language: str, write: Write = plainly
    ) -> None:
        self.questions, self.answers, self.language, self.write = questions, answers, language, write

    def __call__(self, variable: str) -> str:
        question = self.questions.get(variable)
        if question is not None:
            return answer_text(question, self.answers.get(variable), self.language, self.write)
        return next(filter(None, (self._row(matrix, variable) for matrix in self._around(variable))), "")

    def _around(self, variable: str) -> list[Question]:
        """The questions that this may be a part of."""
        return [q for q in self.questions.values() if q.rows and variable.startswith(f"{q.variable}_")]

    def _row(self, matrix: Question, variable: str) -> str:
        rows = matrix.answered(self.answers.get(matrix.variable))
        return next(
            (answer_text(row, own, self.language, self.write) for row, own in rows if row.variable == variable), ""
        )


def _label(question: Question, code: Any, language: str) -> str:
    return question.choice_label(code if isinstance(code, str) else plainly(code, "code"), language)
