"""The lines of the summary that tell what was marked, and what was answered about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from operator import itemgetter
from typing import Any

from participation.downloads.codebook import Codebook
from participation.downloads.mark_kinds import Kind
from participation.downloads.summary_line import Asked, Counted, Lines
from surveys.questionnaire import Question

ALL = ("", "")
Key = tuple[str, str, str, str]


class Tally:
    """How many marks, and how many different respondents, stand behind each key.

    Keys: map question, category, variable of a follow-up question ("": the mark itself), code ("": any that tells an opinion).
    """

    def __init__(self) -> None:
        self.marks: Counter[Key] = Counter()
        self.people: Counter[Key] = Counter()

    def add(self, keys: Sequence[Sequence[Key]], marks: Sequence[tuple[int, int]]) -> None:
        """Marks, each as its place among `keys` and its respondent, of whom no more that have these keys may come."""
        different = set(marks)
        _count(self.marks, keys, marks)
        if len(set(chain(*keys))) == sum(map(len, keys)):
            _count(self.people, keys, different)
        else:  # a respondent may stand at several places with the same key
            behind = {(key, respondent) for place, respondent in different for key in keys[place]}
            self.people.update(key for key, _respondent in behind)

    def of_kind(self, kind: Kind) -> Counted:
        """Marks of a map question and a category ("": without one), and those who put them."""
        key = (*kind, *ALL)
        return Counted(self.people[key], self.marks[key])

    def take_in(self, other: Tally) -> None:
        """Counts of other respondents."""
        self.marks += other.marks
        self.people += other.people


def _count(counter: Counter[Key], keys: Sequence[Sequence[Key]], marks: Iterable[tuple[int, int]]) -> None:
    for place, count in Counter(map(itemgetter(0), marks)).items():
        for key in keys[place]:
            counter[key] += count


def together(tallied: Iterable[Tally]) -> Tally:
    whole = Tally()
    for one in tallied:
        whole.take_in(one)
    return whole


def lines_of_marks(codebook: Codebook, language: str, tally: Tally) -> Lines:
    """Marks by category, then those of questions without categories, then follow-up answers by category."""
    for (question, code), category in codebook.categories.items():
        heading = codebook.map_questions[question].label_in(language)
        yield Asked(question, heading, code, category.label_in(language)), tally.of_kind((question, code))
    with_categories = {question for question, _code in codebook.categories}
    for question, asked_on_map in codebook.map_questions.items():
        without = tally.of_kind((question, ""))
        if without.marks or question not in with_categories:
            yield Asked(question, asked_on_map.label_in(language)), without
    several = Counter((code, variable) for _question, code, variable in codebook.asked)
    for (question, code, variable), followup in codebook.asked.items():
        category_ = codebook.categories.get((question, code))
        named = (code or None, category_.label_in(language) if category_ else None)
        heading = followup.label_in(language)
        if several[code, variable] > 1:
            heading = f"{codebook.map_questions[question].label_in(language)}: {heading}"
        for asked in followup.parts or (followup,):
            of_row = heading if asked is followup else f"{heading}: {asked.label_in(language)}"
            base = tally.people[(question, code, asked.variable, "")]
            for choice in asked.choices:
                key = (question, code, asked.variable, choice.code)
                if count := tally.people[key]:
                    chosen = (asked.variable, of_row, *named, choice.code, choice.label_in(language), question)
                    share = None if choice.apart else round(count / base, 4)
                    yield Asked(*chosen), Counted(count, tally.marks[key], share)


class Keys:
    """Which keys a mark of a kind counts for; `kind`: the map question and the category."""

    def __init__(self, codebook: Codebook) -> None:
        self.codebook = codebook
        self.variables = list(codebook.followups)
        asked = codebook.asked.items()
        coded = {variable for (*_kind, variable), each in asked if each.choices or each.parts}
        # Of a text only that it was given is counted.
        self.texts = set(self.variables) - coded - codebook.retyped_followups

    def of_mark(self, kind: Kind) -> Sequence[Key]:
        return [(*kind, *ALL)]

    def of_answer(self, kind: Kind, variable: str, value: Any) -> Sequence[Key]:
        """Those of a follow-up answer; none where the question was not asked about that kind."""
        followup = self.codebook.asked.get((*kind, variable))
        if followup is None or not self.codebook.fits(followup, value):
            return []
        return list(_of_parts(kind, followup, value))


def _of_parts(kind: Kind, followup: Question, value: Any) -> Iterator[Key]:
    for part, given in followup.answered(value):
        if given is not None:
            if not _is_apart(part, given):
                yield (*kind, part.variable, "")
            for code in (given if isinstance(given, list) else [given]) if part.choices else ():
                yield (*kind, part.variable, str(code))


def _is_apart(question: Question, given: Any) -> bool:
    """True for those without an opinion, who are left out of the base of shares."""
    choice = question.choice_by_code.get(given) if isinstance(given, str) else None
    return choice is not None and choice.apart
