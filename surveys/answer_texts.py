"""Answers in words, to stand within other texts: labels of what was chosen, else the value itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from surveys.conditions.numbers import number_text
from surveys.conditions.values import Kind
from surveys.question import Question
from surveys.question_texts import spoken_language
from surveys.statistics.summary import DONT_KNOW

Write = Callable[[Any, Kind], str]
"""How numbers, dates and times are written for the reader."""
Foreign = Callable[[str, str], str]
"""What stands for a label that is not in the reader's language; given are the label and its language."""


def plainly(value: Any, _kind: Kind) -> str:
    return number_text(float(value)) if isinstance(value, int | float) else str(value)


def unmarked(text: str, _language: str) -> str:
    return text


def answer_text(question: Question, answer: Any, language: str, write: Write = plainly) -> str:
    """Empty where nothing was answered, or nothing that can be said in words."""
    if isinstance(answer, list) and question.behaviour.value_kind == "codes":
        return ", ".join(_label(question, code, language) for code in answer if isinstance(code, str))
    if answer is None or isinstance(answer, bool | dict | list):
        return ""
    if is_told_by_label(question, answer):
        return _label(question, answer, language)
    return write(answer, question.behaviour.value_kind)


def is_told_by_label(question: Question, answer: Any) -> bool:
    return isinstance(answer, list) or "choices" in question.settings or answer == DONT_KNOW


class AnswerTexts:
    """The text of an answer by its variable, in the language that its question is asked in. `questions`: those that can be asked for."""

    def __init__(
        self,
        questions: Mapping[str, Question],
        answers: Mapping[str, Any],
        language: str,
        write: Write = plainly,
        foreign: Foreign = unmarked,
    ) -> None:
        self.questions, self.answers, self.language = questions, answers, language
        self.write, self.foreign = write, foreign

    def __call__(self, variable: str) -> str:
        question = self.questions.get(variable)
        if question is not None:
            return self._told(question, question, self.answers.get(variable))
        return next(filter(None, (self._row(matrix, variable) for matrix in self._around(variable))), "")

    def _around(self, variable: str) -> list[Question]:
        """The questions that this may be a part of."""
        return [q for q in self.questions.values() if q.rows and variable.startswith(f"{q.variable}_")]

    def _row(self, matrix: Question, variable: str) -> str:
        rows = matrix.answered(self.answers.get(matrix.variable))
        return next((self._told(matrix, row, own) for row, own in rows if row.variable == variable), "")

    def _told(self, whole: Question, asked: Question, answer: Any) -> str:
        spoken = spoken_language(whole, self.language)
        text = answer_text(asked, answer, spoken, self.write)
        return (
            self.foreign(text, spoken) if text and spoken != self.language and is_told_by_label(asked, answer) else text
        )


def _label(question: Question, code: Any, language: str) -> str:
    return question.choice_label(code if isinstance(code, str) else plainly(code, "code"), language)
