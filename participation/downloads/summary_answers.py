"""The lines of the summary that tell what was answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import orjson
from flask_babel import gettext as _

from participation.downloads.codebook import Codebook
from participation.downloads.summary_line import Asked, Counted, Lines
from surveys.questionnaire import Question
from surveys.statistics.summary import DONT_KNOW, Summary

SOME_TEXT = "…"


class Given:
    """What respondents answered, a column for each question, with each different answer in memory once."""

    def __init__(self, codebook: Codebook) -> None:
        questions = codebook.answer_questions.values()
        self.respondents = 0
        self.columns: dict[str, list[Any]] = {question.variable: [] for question in questions}
        self.texts = {
            question.variable
            for question in questions
            if not (question.choices or question.parts or question.variable in codebook.retyped)
        }
        self.known: dict[bytes, Any] = {}

    def add(self, answers: Mapping[str, Any]) -> None:
        """One respondent's."""
        self.respondents += 1
        for variable, column in self.columns.items():
            value = answers.get(variable)
            column.append(self._kept(variable, value) if isinstance(value, (str, list, dict)) else value)

    def _kept(self, variable: str, value: Any) -> Any:
        if isinstance(value, str) and variable in self.texts:
            return SOME_TEXT  # that it was given is all that is counted
        return self.known.setdefault(orjson.dumps(value), value)


def together(given: Sequence[Given]) -> Mapping[str, Sequence[Any]]:
    """The columns of all of them, one below the other."""
    if len(given) == 1:
        return given[0].columns
    variables = given[0].columns if given else ()
    return {variable: [value for each in given for value in each.columns[variable]] for variable in variables}


def lines_of_answers(codebook: Codebook, language: str, given: Mapping[str, Sequence[Any]]) -> Lines:
    """`given`: for each question, by variable, the answers of the respondents."""
    for question in codebook.answer_questions.values():
        values = given.get(question.variable, ())
        fitting = _fitting(codebook, question, values)
        heading = question.label_in(language)
        yield from _of_question(question, heading, question.behaviour.summarise(question, fitting), language)
        if left := fitting.count(None) - values.count(None):
            told = _("Answered when the question was of another kind; not counted above")
            yield Asked(question.variable, heading, label=told), Counted(left)


def _fitting(codebook: Codebook, question: Question, values: Sequence[Any]) -> Sequence[Any]:
    if question.variable not in codebook.retyped:
        return values
    return [value if codebook.fits(question, value) else None for value in values]


def _of_question(question: Question, heading: str, summary: Summary, language: str) -> Iterator[tuple[Asked, Counted]]:
    asked = Asked(question.variable, heading)
    yield asked, Counted(summary.answered, mean=rounded(summary.mean, 2))
    for frequency in summary.frequencies:
        chosen = asked._replace(code=frequency.code, label=question.choice_label(frequency.code, language))
        yield chosen, Counted(frequency.count, share=_share(summary, frequency.share))
    if summary.dont_know:
        chosen = asked._replace(code=DONT_KNOW, label=question.choice_label(DONT_KNOW, language))
        yield chosen, Counted(summary.dont_know)
    for rank in summary.ranks:
        label = _("%(choice)s (ranked first; mean rank)", choice=question.choice_label(rank.code, language))
        counted = Counted(rank.first, share=_share(summary, rank.first_share), mean=rounded(rank.mean, 2))
        yield asked._replace(code=rank.code, label=label), counted
    for part, summed in zip(question.parts, summary.parts.values(), strict=False):
        yield from _of_question(part, f"{heading}: {part.label_in(language)}", summed, language)


def _share(summary: Summary, share: float) -> float | None:
    """Of nobody there is none: 0 % would say that they answered otherwise."""
    return rounded(share, 4) if summary.answered else None


def rounded(number: float | None, digits: int) -> float | None:
    return None if number is None else round(number, digits)
