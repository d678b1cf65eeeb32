"""The summary as a table: how many chose each code, with respondents as the base."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import orjson
from flask_babel import gettext as _

from exports.table import FeatureTable, Row
from participation.activities import channels
from participation.downloads import columns
from participation.downloads.codebook import Codebook
from participation.downloads.selection import Selection
from surveys.questionnaire import Question
from surveys.statistics.summary import DONT_KNOW, Summary

COLUMNS = {
    "variable": "code",
    "question_label": "text",
    "category": "code",
    "category_label": "label",
    "code": "code",
    "label": "label",
    "respondents": "integer",
    "marks": "integer",
    "share": "decimal",
    "mean": "decimal",
}
ALL = ("", "")
Key = tuple[str, str, str, str]


def summary_table(
    name: str,
    codebook: Codebook,
    language: str,
    responses: Iterable[Any],
    parts: Iterable[Sequence[Any]],
    selection: Selection,
) -> FeatureTable:
    """How many came by each channel, then answers, then marks by category, then follow-up answers by category."""
    responses = list(responses)
    rows = [
        *_of_channels(responses),
        *_of_answers(codebook, language, responses),
        *_of_marks(codebook, language, parts, selection),
    ]
    return FeatureTable(name, columns.fixed(language, COLUMNS), [Row(row) for row in rows])


def _of_channels(responses: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
    """Those who answer on a street corner are others than those who were drawn by lot: never one number for all."""
    counted = Counter(response.channel for response in responses)
    for channel, count in sorted(counted.items(), key=lambda one: (-one[1], one[0])):
        share = round(count / len(responses), 4)
        yield ("channel", _("Channel"), None, None, channel, channels.name(channel), count, None, share, None)


def _of_answers(codebook: Codebook, language: str, responses: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
    given = [orjson.loads(response.answers) for response in responses]
    for question in codebook.answer_questions.values():
        values = [answers.get(question.variable) for answers in given]
        fitting = [value if codebook.fits(question, value) else None for value in values]
        summary = question.behaviour.summarise(question, fitting)
        heading = question.label_in(language)
        yield from _of_question(question, heading, summary, language)
        if left := fitting.count(None) - values.count(None):
            told = _("Answered when the question was of another kind; not counted above")
            yield (question.variable, heading, None, None, None, told, left, None, None, None)


def _of_question(question: Question, heading: str, summary: Summary, language: str) -> Iterator[tuple[Any, ...]]:
    asked = (question.variable, heading, None, None)
    yield (*asked, None, None, summary.answered, None, None, _rounded(summary.mean, 2))
    for frequency in summary.frequencies:
        label = question.choice_label(frequency.code, language)
        yield (*asked, frequency.code, label, frequency.count, None, round(frequency.share, 4), None)
    if summary.dont_know:
        label = question.choice_label(DONT_KNOW, language)
        yield (*asked, DONT_KNOW, label, summary.dont_know, None, None, None)
    for rank in summary.ranks:
        label = _("%(choice)s (ranked first; mean rank)", choice=question.choice_label(rank.code, language))
        yield (*asked, rank.code, label, rank.first, None, round(rank.first_share, 4), _rounded(rank.mean, 2))
    for part, summed in zip(question.parts, summary.parts.values(), strict=False):
        yield from _of_question(part, f"{heading}: {part.label_in(language)}", summed, language)


def _rounded(number: float | None, digits: int) -> float | None:
    return None if number is None else round(number, digits)


def _of_marks(
    codebook: Codebook, language: str, parts: Iterable[Sequence[Any]], selection: Selection
) -> Iterator[tuple[Any, ...]]:
    marks, people = _tally(codebook, parts, selection)
    for (question, code), category in codebook.categories.items():
        asked = codebook.map_questions[question]
        named = (code, category.label_in(language))
        key = (question, code, *ALL)
        yield (question, asked.label_in(language), *named, None, None, len(people[key]), marks[key], None, None)
    for (question, code, _variable), followup in codebook.asked.items():
        category_ = codebook.categories.get((question, code))
        named = (code or None, category_.label_in(language) if category_ else None)  # type: ignore[assignment]
        for asked in followup.parts or (followup,):
            base = len(people[(question, code, asked.variable, "")])
            heading = asked.label_in(language)
            for choice in asked.choices:
                key = (question, code, asked.variable, choice.code)
                if count := len(people[key]):
                    chosen = (choice.code, choice.label_in(language))
                    yield (asked.variable, heading, *named, *chosen, count, marks[key], round(count / base, 4), None)


def _tally(
    codebook: Codebook, parts: Iterable[Sequence[Any]], selection: Selection
) -> tuple[dict[Key, int], dict[Key, set[int]]]:
    marks: dict[Key, int] = defaultdict(int)
    people: dict[Key, set[int]] = defaultdict(set)
    for part in parts:
        for mark in part:
            answers = orjson.loads(mark.answers)
            if not selection.lets_through(mark.id, answers):
                continue
            for key in _keys(codebook, mark, answers):
                marks[key] += 1
                people[key].add(mark.response_id)
    return marks, people


def _keys(codebook: Codebook, mark: Any, answers: dict[str, Any]) -> Iterator[Key]:
    yield (mark.question, mark.category, *ALL)
    for variable, value in answers.items():
        followup = codebook.asked.get((mark.question, mark.category, variable))
        if followup is None or not codebook.fits(followup, value):
            continue
        for part, given in followup.answered(value):
            if given is None:
                continue
            yield (mark.question, mark.category, part.variable, "")
            for code in (given if isinstance(given, list) else [given]) if part.choices else ():
                yield (mark.question, mark.category, part.variable, str(code))
