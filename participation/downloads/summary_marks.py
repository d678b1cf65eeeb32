"""The lines of the summary that tell what was marked, and what was answered about it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import orjson

from participation.downloads.codebook import Codebook
from participation.downloads.selection import Selection
from participation.downloads.summary_line import Asked, Counted, Lines

ALL = ("", "")
Key = tuple[str, str, str, str]


class Tally:
    """How many marks, and how many different respondents, stand behind each key.

    Keys: map question, category, variable of a follow-up question ("": the mark itself), code ("": any).
    """

    def __init__(self) -> None:
        self.marks: Counter[Key] = Counter()
        self.people: Counter[Key] = Counter()
        self._seen: dict[Key, set[int]] = defaultdict(set)

    def add(self, key: Key, respondent: int) -> None:
        self.marks[key] += 1
        if respondent not in self._seen[key]:
            self._seen[key].add(respondent)
            self.people[key] += 1

    def take_in(self, other: Tally) -> None:
        """Counts of other respondents."""
        self.marks += other.marks
        self.people += other.people


def tallies(codebook: Codebook, parts: Iterable[Sequence[Any]], selection: Selection) -> dict[str, Tally]:
    """By channel: each response came by one. `parts`: rows of `queries.marks_in_parts`."""
    found: dict[str, Tally] = defaultdict(Tally)
    for part in parts:
        for mark in part:
            answers = orjson.loads(mark.answers)
            if selection.lets_through(mark.id, answers):
                for key in _keys(codebook, mark, answers):
                    found[mark.channel].add(key, mark.response_id)
    return found


def together(tallied: Iterable[Tally]) -> Tally:
    whole = Tally()
    for one in tallied:
        whole.take_in(one)
    return whole


def lines_of_marks(codebook: Codebook, language: str, tally: Tally) -> Lines:
    """Marks by category, then follow-up answers by category."""
    for (question, code), category in codebook.categories.items():
        heading = codebook.map_questions[question].label_in(language)
        key = (question, code, *ALL)
        yield Asked(question, heading, code, category.label_in(language)), Counted(tally.people[key], tally.marks[key])
    for (question, code, _variable), followup in codebook.asked.items():
        category_ = codebook.categories.get((question, code))
        named = (code or None, category_.label_in(language) if category_ else None)
        for asked in followup.parts or (followup,):
            base = tally.people[(question, code, asked.variable, "")]
            for choice in asked.choices:
                key = (question, code, asked.variable, choice.code)
                if count := tally.people[key]:
                    chosen = (asked.variable, asked.label_in(language), *named, choice.code, choice.label_in(language))
                    yield Asked(*chosen), Counted(count, tally.marks[key], round(count / base, 4))


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
