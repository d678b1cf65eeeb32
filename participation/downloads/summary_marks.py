"""The lines of the summary that tell what was marked, and what was answered about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import orjson

from participation.downloads.codebook import Codebook
from participation.downloads.summary_line import Asked, Counted, Lines
from surveys.questionnaire import Question

ALL = ("", "")
Key = tuple[str, str, str, str]


class Tally:
    """How many marks, and how many different respondents, stand behind each key; respondents come one after the other.

    Keys: map question, category, variable of a follow-up question ("": the mark itself), code ("": any).
    """

    def __init__(self) -> None:
        self.marks: Counter[Key] = Counter()
        self.people: Counter[Key] = Counter()
        self._newest: dict[Key, int] = {}

    def add(self, keys: Iterable[Key], respondent: int) -> None:
        """A mark of a respondent."""
        for key in keys:
            self.marks[key] += 1
            if self._newest.get(key) != respondent:
                self._newest[key] = respondent
                self.people[key] += 1

    def take_in(self, other: Tally) -> None:
        """Counts of other respondents."""
        self.marks += other.marks
        self.people += other.people


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


class Keys:
    """Which keys a mark counts for; worked out once for each answer that comes again."""

    def __init__(self, codebook: Codebook) -> None:
        self.codebook = codebook
        self.known: dict[tuple[str, str, str, bytes], list[Key]] = {}

    def of(self, kind: tuple[str, str], answers: Mapping[str, Any]) -> Iterator[Key]:
        """`kind`: the map question and the category."""
        yield (*kind, *ALL)
        for variable, value in answers.items():
            followup = self.codebook.asked.get((*kind, variable))
            if followup is None:
                continue
            told = variable in self.codebook.retyped or followup.choices or followup.parts
            # Of a text only that it was given counts.
            known = (*kind, variable, orjson.dumps(value) if told else b"")
            if known not in self.known:
                self.known[known] = list(self._of_answer(*kind, followup, value))
            yield from self.known[known]

    def _of_answer(self, question: str, category: str, followup: Question, value: Any) -> Iterator[Key]:
        if not self.codebook.fits(followup, value):
            return
        for part, given in followup.answered(value):
            if given is None:
                continue
            yield (question, category, part.variable, "")
            for code in (given if isinstance(given, list) else [given]) if part.choices else ():
                yield (question, category, part.variable, str(code))
