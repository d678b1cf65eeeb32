"""The marks of the package: by zone and hexagon, tied to nobody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, cast

import orjson
from sqlalchemy.orm import Session

from exports.table import Column
from participation.downloads import columns, wording
from participation.downloads.codebook import Codebook
from participation.downloads.research import rows
from participation.downloads.research.common_values import CommonValues
from participation.downloads.research.places import Place, Places, ZoneName
from participation.downloads.research.questions import is_background, is_kept, is_text
from participation.downloads.research.reviewed_texts import ReviewedTexts
from participation.downloads.symbols import codes
from participation.moderation.free_texts import ALWAYS_TEXTS
from participation.safeguards.groups import Background, told_of
from surveys.question import Question

FIXED = {
    "id": "integer",
    "zone_code": "text",
    "zone_name": "text",
    "hexagon": "code",
    "school_year": "integer",
    "question": "code",
    "question_label": "label",
    "category": "code",
    "category_label": "label",
    "sentiment": "code",
    "sentiment_label": "label",
    "lon": "decimal",
    "lat": "decimal",
    "e": "decimal",
    "n": "decimal",
}
NOWHERE = (None, None)
HEXAGON = 1  # tells more of the zone before it


class MarkRows:
    """`table_columns`, and the values of each mark but its number."""

    def __init__(
        self, session: Session, activity_id: int, codebook: Codebook, language: str, places: Places, fewest: int
    ) -> None:
        self.session, self.activity_id, self.fewest = session, activity_id, fewest
        self.codebook, self.language, self.places = codebook, language, places
        self.texts = ReviewedTexts()
        self.sentiments = wording.sentiments()
        asked = [one for one in codebook.followups.values() if not is_background(one)]
        self.kept = [one for one in asked if is_kept(one)]
        self.written = [one for one in asked if is_text(one) and one.variable not in codebook.retyped]
        self.unasked = sorted(ALWAYS_TEXTS - codebook.followups.keys())
        self.common = CommonValues(fewest)
        self.told: Mapping[Background, Background] = {}

    def table_columns(self) -> list[Column]:
        known = columns.fixed(self.language, FIXED, codes(self.codebook, self.language))
        taken = [column.name for column in known]
        answers = columns.of_questions([*self.kept, *self.written], self.language, taken, self.codebook.retyped)
        headings = wording.headings()
        return [*known, *answers, *(Column(name, "text", {self.language: headings[name]}) for name in self.unasked)]

    def count(self) -> None:
        """Find out what enough respondents share: before any row is told."""
        members: dict[Background, set[int]] = defaultdict(set)
        for mark, place, answers in self._each():
            members[(*place, mark.year)].add(mark.response_id)
            for question in self.kept:
                asked, answer = self._answered(mark, question, answers)
                self.common.add((mark.question, question.variable), asked, answer, mark.response_id)
        self.told = told_of(members, self.fewest, finer={HEXAGON})

    def __iter__(self) -> Iterator[tuple[list[Any], str | None]]:
        for mark, place, answers in self._each():
            told = self.told.get((*place, mark.year))
            if told is not None:
                yield self._row(mark, told, answers)

    def _each(self) -> Iterator[tuple[Any, Place, dict[str, Any]]]:
        for part in rows.marks(self.session, self.activity_id):
            places = self.places.of([mark.geometry for mark in part])
            for mark, place in zip(part, places, strict=True):
                yield mark, place, orjson.loads(mark.answers)

    def _row(self, mark: Any, told: Background, answers: dict[str, Any]) -> tuple[list[Any], str | None]:
        zone, hexagon, year = cast(tuple[ZoneName | None, str | None, int | None], told)
        middle, point = self.places.middle(hexagon)
        values = [*(zone or NOWHERE), hexagon, year, *self._what(mark), *middle]
        for question in self.kept:
            asked, answer = self._answered(mark, question, answers)
            common = self.common.of((mark.question, question.variable), asked, answer)
            values += columns.cells(asked, common, self.language)
        return [*values, *self._texts(mark, answers)], point

    def _what(self, mark: Any) -> list[Any]:
        question = self.codebook.map_questions.get(mark.question)
        category = self.codebook.categories.get((mark.question, mark.category))
        return [
            mark.question,
            question.label_in(self.language) if question else None,
            mark.category or None,
            category.label_in(self.language) if category else None,
            category.sentiment if category else None,
            self.sentiments.get(category.sentiment) if category else None,
        ]

    def _answered(self, mark: Any, question: Question, answers: dict[str, Any]) -> tuple[Question, Any]:
        """The follow-up question as it was asked of this mark, and the answer to it in the form that it has today."""
        asked = self.codebook.asked.get((mark.question, mark.category, question.variable), question)
        answer = answers.get(question.variable)
        fits = is_kept(asked) and not is_background(asked) and self.codebook.fits(asked, answer)
        return asked, answer if fits else None

    def _texts(self, mark: Any, answers: dict[str, Any]) -> Iterator[str | None]:
        for question in self.written:
            asked = self.codebook.asked.get((mark.question, mark.category, question.variable), question)
            yield self.texts.of(mark, answers.get(question.variable)) if is_text(asked) else None
        for name in self.unasked:
            yield self.texts.of(mark, answers.get(name))
