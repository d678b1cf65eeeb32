"""The lines of the summary that tell what was answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from flask_babel import gettext as _

from participation.downloads.codebook import Codebook
from participation.downloads.summary_line import Asked, Counted, Lines
from surveys.questionnaire import Question
from surveys.statistics.summary import DONT_KNOW, Summary


def lines_of_answers(codebook: Codebook, language: str, given: Sequence[Mapping[str, Any]]) -> Lines:
    """`given`: the answers of each respondent."""
    for question in codebook.answer_questions.values():
        values = [answers.get(question.variable) for answers in given]
        fitting = [value if codebook.fits(question, value) else None for value in values]
        heading = question.label_in(language)
        yield from _of_question(question, heading, question.behaviour.summarise(question, fitting), language)
        if left := fitting.count(None) - values.count(None):
            told = _("Answered when the question was of another kind; not counted above")
            yield Asked(question.variable, heading, label=told), Counted(left)


def _of_question(question: Question, heading: str, summary: Summary, language: str) -> Iterator[tuple[Asked, Counted]]:
    asked = Asked(question.variable, heading)
    yield asked, Counted(summary.answered, mean=rounded(summary.mean, 2))
    for frequency in summary.frequencies:
        chosen = asked._replace(code=frequency.code, label=question.choice_label(frequency.code, language))
        yield chosen, Counted(frequency.count, share=rounded(frequency.share, 4))
    if summary.dont_know:
        chosen = asked._replace(code=DONT_KNOW, label=question.choice_label(DONT_KNOW, language))
        yield chosen, Counted(summary.dont_know)
    for rank in summary.ranks:
        label = _("%(choice)s (ranked first; mean rank)", choice=question.choice_label(rank.code, language))
        counted = Counted(rank.first, share=rounded(rank.first_share, 4), mean=rounded(rank.mean, 2))
        yield asked._replace(code=rank.code, label=label), counted
    for part, summed in zip(question.parts, summary.parts.values(), strict=False):
        yield from _of_question(part, f"{heading}: {part.label_in(language)}", summed, language)


def rounded(number: float | None, digits: int) -> float | None:
    return None if number is None else round(number, digits)
