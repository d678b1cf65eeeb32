"""Every version of an activity's questionnaire, as one: what the codes of any answer mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from participation.downloads.merging import as_one, merged
from surveys.errors import AnswerError
from surveys.questionnaire import Category, Question, Questionnaire


@dataclass(frozen=True)
class Codebook:
    """Questionnaires by version number, below 0 drafts that were tried.

    A code is never used again for something else, so the newest wording serves; what the newest version has no more still
    means what it did.
    """

    versions: Mapping[int, Questionnaire]

    @cached_property
    def newest_first(self) -> list[Questionnaire]:
        """Those published before those tried."""
        order = sorted(self.versions, key=lambda number: (number > 0, abs(number)), reverse=True)
        return [self.versions[number] for number in order]

    @property
    def published(self) -> list[int]:
        """The numbers of the versions that respondents have got."""
        return sorted(number for number in self.versions if number > 0)

    @cached_property
    def languages(self) -> list[str]:
        """Every language of any version, in the order of the newest."""
        return list(dict.fromkeys(language for version in self.newest_first for language in version.languages))

    @cached_property
    def answer_questions(self) -> dict[str, Question]:
        """Questions not answered on the map, by variable."""
        return merged((each.variable, each) for version in self.newest_first for each in version.answer_questions)

    @cached_property
    def map_questions(self) -> dict[str, Question]:
        return merged((each.variable, each) for version in self.newest_first for each in version.map_questions)

    @cached_property
    def categories(self) -> dict[tuple[str, str], Category]:
        """Categories by (map question, code)."""
        found: dict[tuple[str, str], Category] = {}
        for version in self.newest_first:
            for question in version.map_questions:
                for category in question.categories:
                    found.setdefault((question.variable, category.code), category)
        return found

    @cached_property
    def asked(self) -> dict[tuple[str, str, str], Question]:
        """Follow-up questions by (map question, category, variable): one variable may have other choices elsewhere."""
        return merged(
            ((question.variable, category or "", variable), followup)
            for version in self.newest_first
            for question in version.map_questions
            for category, followups in question.followups_by_category.items()
            for variable, followup in followups.items()
        )

    @cached_property
    def followups(self) -> dict[str, Question]:
        """One follow-up question for each variable, in the order they are asked, whatever it is asked about."""
        return as_one(self.asked.values())

    @cached_property
    def retyped(self) -> frozenset[str]:
        """Variables of questions not answered on the map that an earlier version asked for in another form."""
        return _of_several_forms(each for version in self.newest_first for each in version.answer_questions)

    @cached_property
    def retyped_followups(self) -> frozenset[str]:
        """Variables of follow-up questions that another version, or another category, asked for in another form."""
        return _of_several_forms(each for version in self.newest_first for each in _followups(version))

    def fits(self, question: Question, answer: Any) -> bool:
        """Whether an answer can be read as one to `question`, which may have been of another form when it was given."""
        if answer is None or not (question.variable in self.retyped or question.variable in self.retyped_followups):
            return True
        try:
            return bool(question.behaviour.clean_again(question, answer) == answer)
        except AnswerError:
            return False

    def every_question(self) -> Iterator[Question]:
        """Answer questions, map questions, then follow-ups; a variable asked twice comes twice."""
        yield from self.answer_questions.values()
        yield from self.map_questions.values()
        seen: set[int] = set()
        for followup in self.asked.values():
            if id(followup) not in seen:
                seen.add(id(followup))
                yield followup


def _of_several_forms(questions: Iterable[Question]) -> frozenset[str]:
    forms: dict[str, set[tuple[str, ...]]] = {}
    for question in questions:
        forms.setdefault(question.variable, set()).add(_form(question))
    return frozenset(variable for variable, found in forms.items() if len(found) > 1)


def _form(question: Question) -> tuple[str, ...]:
    """The type and what its cells are: the rows of a matrix may have steps or choices, and a calculation gives numbers or
    texts."""
    made = question.behaviour.columns(question, "")
    return (question.type, *(column.kind for column in made[:1]))


def _followups(version: Questionnaire) -> Iterator[Question]:
    for question in version.map_questions:
        for asked in question.followups_by_category.values():
            yield from asked.values()
