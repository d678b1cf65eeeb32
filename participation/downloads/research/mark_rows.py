"""The marks of the package: by zone and hexagon, tied to nobody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, cast

import orjson

from exports.table import Column
from participation.downloads import columns, wording
from participation.downloads.codebook import Codebook
from participation.downloads.mark_kinds import Kind, MarkKinds
from participation.downloads.research.common_values import CommonValues
from participation.downloads.research.places import Place, Places, ZoneName
from participation.downloads.research.questions import is_background, is_kept, is_text
from participation.downloads.research.reviewed_texts import ReviewedTexts
from participation.downloads.research.rows import Reader
from participation.downloads.shared_columns import SharedColumns
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


class Asked(NamedTuple):
    """What is asked about a category, for each column: the question, or the variable of a text; None where nothing is."""

    kept: Sequence[Question | None]
    written: Sequence[str | None]


class MarkRows:
    """`table_columns`, and the values of each mark but its number. `of_other_forms`: how many answers are left out because
    their question has been asked in several forms, by versions or about categories."""

    def __init__(self, reader: Reader, codebook: Codebook, language: str, places: Places, fewest: int) -> None:
        self.reader, self.fewest = reader, fewest
        self.codebook, self.language, self.places = codebook, language, places
        self.texts = ReviewedTexts()
        self.kinds = MarkKinds(codebook, language)
        asked = [one for one in codebook.followups.values() if not is_background(one)]
        self.kept = [one for one in asked if is_kept(one)]
        self.written = [one for one in asked if is_text(one) and one.variable not in codebook.retyped_followups]
        self.unasked = sorted(ALWAYS_TEXTS - codebook.followups.keys())
        retyped = [one for one in asked if one.variable in codebook.retyped_followups]
        self.retyped = [one for one in retyped if is_kept(one) or is_text(one)]
        self.of_other_forms = 0
        self.common = CommonValues(fewest)
        self.told: Mapping[Background, Background] = {}
        self.shared = [SharedColumns.of(one, language) for one in self.kept]
        self.asked: dict[tuple[str, str], Asked] = {}

    def table_columns(self) -> list[Column]:
        known = columns.fixed(self.language, FIXED, codes(self.codebook, self.language))
        taken = [column.name for column in known]
        answers = columns.of_questions(
            [*self.kept, *self.written], self.language, taken, self.codebook.retyped_followups
        )
        headings = wording.headings()
        unasked = [Column(name, "text", {self.language: headings[name]}) for name in self.unasked]
        return columns.apart([*known, *answers, *unasked])

    def count(self) -> None:
        """Find out what enough respondents share: before any row is told."""
        members: dict[Background, set[int]] = defaultdict(set)
        for mark, place, answers in self._each():
            members[(*place, mark.year)].add(mark.response_id)
            for question in self._asked(mark).kept:
                if question and (answer := self._answer(question, answers)) is not None:
                    self.common.add((mark.question, question.variable), question, answer, mark.response_id)
            self.of_other_forms += sum(self._is_of_another_form(question, mark, answers) for question in self.retyped)
        self.told = told_of(members, self.fewest, finer={HEXAGON})

    def __iter__(self) -> Iterator[tuple[list[Any], str | None]]:
        for mark, place, answers in self._each():
            told = self.told.get((*place, mark.year))
            if told is not None:
                yield self._row(mark, told, answers)

    def _each(self) -> Iterator[tuple[Any, Place, dict[str, Any]]]:
        for part in self.reader.marks():
            places = self.places.of([mark.geometry for mark in part])
            for mark, place in zip(part, places, strict=True):
                yield mark, place, orjson.loads(mark.answers)

    def _row(self, mark: Any, told: Background, answers: dict[str, Any]) -> tuple[list[Any], str | None]:
        zone, hexagon, year = cast(tuple[ZoneName | None, str | None, int | None], told)
        middle, point = self.places.middle(hexagon)
        values = [*(zone or NOWHERE), hexagon, year, *self.kinds.cells(self._kind(mark)), *middle]
        asked = self._asked(mark)
        for question, shared in zip(asked.kept, self.shared, strict=True):
            answer = self._answer(question, answers) if question else None
            common = None if question is None or answer is None else self._common(mark, question, answer)
            values += shared.blanks if question is None or common is None else shared.cells(question, common)
        written = (self.texts.of(mark, answers.get(name)) if name else None for name in asked.written)
        return [*values, *written], point

    def _kind(self, mark: Any) -> Kind:
        """Without the category where its name is not told to others."""
        kind = (mark.question, mark.category)
        return kind if kind in self.codebook.categories else (mark.question, "")

    def _common(self, mark: Any, question: Question, answer: Any) -> Any:
        return self.common.of((mark.question, question.variable), question, answer)

    def _answer(self, question: Question, answers: dict[str, Any]) -> Any:
        """The answer in the form that the question has today."""
        answer = answers.get(question.variable)
        return answer if self.codebook.fits(question, answer) else None

    def _is_of_another_form(self, question: Question, mark: Any, answers: dict[str, Any]) -> bool:
        asked = self._here((mark.question, mark.category), question)
        return answers.get(question.variable) is not None and (asked is None or self._answer(asked, answers) is None)

    def _asked(self, mark: Any) -> Asked:
        key = (mark.question, mark.category)
        if key not in self.asked:
            kept = [self._here(key, one) for one in self.kept]
            written = [one.variable if self._is_written(key, one) else None for one in self.written]
            self.asked[key] = Asked(kept, [*written, *self.unasked])
        return self.asked[key]

    def _here(self, key: tuple[str, str], question: Question) -> Question | None:
        """The follow-up question as it is asked about a category; None where it is not, or asks for something else there."""
        asked = self.codebook.asked.get((*key, question.variable))
        same = asked is not None and asked.type == question.type and is_kept(asked) and not is_background(asked)
        return asked if same else None

    def _is_written(self, key: tuple[str, str], question: Question) -> bool:
        """Registrations from a file say some things without a question."""
        asked = self.codebook.asked.get((*key, question.variable))
        return is_text(asked) if asked else question.variable in ALWAYS_TEXTS
