"""The responses of the package: their answers, with a zone instead of a school and a class."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, cast

import orjson

from exports.table import Column
from participation import catalogues
from participation.activities import channels
from participation.downloads import columns
from participation.downloads.background import Background as Invited
from participation.downloads.codebook import Codebook
from participation.downloads.research.common_values import CommonValues
from participation.downloads.research.places import Places
from participation.downloads.research.questions import as_answer, as_background, is_background, is_kept, is_text
from participation.downloads.research.reviewed_texts import ReviewedTexts
from participation.downloads.research.rows import Reader
from participation.moderation.described import week_of
from participation.safeguards.groups import Background, told_of
from surveys.question import Question

FIXED = {
    "id": "integer",
    "zone_code": "text",
    "zone_name": "text",
    "school_year": "integer",
    "channel": "code",
    "channel_label": "label",
    "language": "code",
    "language_label": "label",
    "people": "integer",
}
NOWHERE = (None, None)


class ResponseRows:
    """`table_columns`, and the values of each response but its number. `weeks`: the first and the last in which any came;
    `of_other_forms`: how many answers are left out because their question has been asked in several forms."""

    def __init__(
        self,
        reader: Reader,
        codebook: Codebook,
        language: str,
        places: Places,
        invited: Invited,
        fewest: int,
    ) -> None:
        self.reader, self.fewest = reader, fewest
        self.codebook, self.language, self.places, self.invited = codebook, language, places, invited
        self.texts = ReviewedTexts()
        asked = list(codebook.answer_questions.values())
        self.kept = [one for one in asked if is_kept(one)]
        self.who = [one for one in self.kept if is_background(one)]
        self.written = [one for one in asked if is_text(one) and one.variable not in codebook.retyped]
        self.retyped = [one for one in asked if one.variable in codebook.retyped and (is_kept(one) or is_text(one))]
        self.of_other_forms = 0
        self.common = CommonValues(fewest)
        self.told: Mapping[Background, Background] = {}
        self.weeks: list[str] = []

    def table_columns(self) -> list[Column]:
        known = [*columns.fixed(self.language, FIXED), *self.invited.columns(self.language)]
        taken = [column.name for column in known]
        asked = [*self.kept, *self.written]
        return columns.apart([*known, *columns.of_questions(asked, self.language, taken, self.codebook.retyped)])

    def count(self) -> None:
        """Find out what enough respondents share, and from when to when they came: before any row is told."""
        members: dict[Background, set[int]] = defaultdict(set)
        for response, answers in self._each():
            members[self._background(response, answers)].add(response.id)
            for question in self.kept:
                answer = self._answer(question, answers)
                self.common.add((), question, answer, response.id)
            self.of_other_forms += sum(self._is_of_another_form(question, answers) for question in self.retyped)
            weeks = [*self.weeks, week_of(response)]
            self.weeks = [min(weeks), max(weeks)]
        self.told = told_of(members, self.fewest)

    def __iter__(self) -> Iterator[tuple[list[Any], str | None]]:
        names = channels.labels()
        for response, answers in self._each():
            told = self.told.get(self._background(response, answers))
            if told is not None:
                yield self._row(response, told, answers, names), None

    def _each(self) -> Iterator[tuple[Any, dict[str, Any]]]:
        for part in self.reader.responses():
            for response in part:
                yield response, orjson.loads(response.answers)

    def _background(self, response: Any, answers: dict[str, Any]) -> Background:
        """What matters most first: it is the last to be held back."""
        return (
            self.places.zone_at(response.longitude, response.latitude),
            response.year,
            *(as_background(question, self._answer(question, answers)) for question in self.who),
            *self.invited.cells(response.background),
            response.channel,
            response.language,
            response.people,
        )

    def _row(self, response: Any, told: Background, answers: dict[str, Any], names: Mapping[str, str]) -> list[Any]:
        zone, year, *background, channel, language, people = cast(tuple[Any, ...], told)
        who = {one.variable: as_answer(one, value) for one, value in zip(self.who, background, strict=False)}
        values = [*(zone or NOWHERE), year, channel, names.get(channel, channel)]
        values += [language, catalogues.name(language) if language else None, people]
        values += background[len(who) :]
        for question in self.kept:
            given = who[question.variable] if question.variable in who else self._common(question, answers)
            values += columns.cells(question, given, self.language)
        return [*values, *(self.texts.of(response, answers.get(one.variable)) for one in self.written)]

    def _common(self, question: Question, answers: dict[str, Any]) -> Any:
        return self.common.of((), question, self._answer(question, answers))

    def _is_of_another_form(self, question: Question, answers: dict[str, Any]) -> bool:
        """A text is one as well: what was a choice earlier might read as a text that nobody has looked at."""
        given = answers.get(question.variable)
        return given is not None and (is_text(question) or not self.codebook.fits(question, given))

    def _answer(self, question: Question, answers: dict[str, Any]) -> Any:
        """The answer in the form that the question has today."""
        answer = answers.get(question.variable)
        return answer if self.codebook.fits(question, answer) else None
