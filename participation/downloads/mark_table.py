"""Marks as a table: one row a mark, the columns of the stable interface, then one per follow-up answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import orjson

from exports.table import Column, FeatureTable, Row
from participation.downloads import columns, context, wording
from participation.downloads.codebook import Codebook
from participation.downloads.selection import Selection
from participation.downloads.symbols import GEOMETRIES, codes, symbols
from participation.downloads.translated import Translations
from participation.downloads.whereabouts import Surveyor, Whereabouts
from surveys.questionnaire import Question

FIXED = {
    "id": "integer",
    "response": "integer",
    **context.COLUMNS,
    "zone_code": "text",
    "zone_name": "text",
    "question": "code",
    "question_label": "label",
    "category": "code",
    "category_label": "label",
    "sentiment": "code",
    "sentiment_label": "label",
    "place_name": "text",
    "comment": "text",
    "mode": "code",
    "mode_label": "label",
    "season": "code",
    "season_label": "label",
    "week": "text",
    "channel": "code",
    "channel_label": "label",
    "people": "integer",
    "status": "code",
    "status_label": "label",
    "length_m": "decimal",
    "area_m2": "decimal",
    "lon": "decimal",
    "lat": "decimal",
    "e": "decimal",
    "n": "decimal",
}
ASKED_EVERYWHERE = ("place_name", "comment", "mode", "season")


class MarkTable:
    """Turns rows of `queries.marks_in_parts` into a FeatureTable in one language."""

    def __init__(
        self,
        codebook: Codebook,
        surveyor: Surveyor,
        facts: context.Facts,
        language: str,
        translations: Translations,
    ) -> None:
        self.codebook = codebook
        self.surveyor = surveyor
        self.facts = facts
        self.language = language
        self.translations = translations
        self.sentiments = wording.sentiments()
        self.further = {
            variable: question for variable, question in codebook.followups.items() if variable not in ASKED_EVERYWHERE
        }
        self.blanks = {name: columns.cells(question, None, language) for name, question in self.further.items()}
        known = [*columns.fixed(language, FIXED, codes(codebook, language)), *facts.background.columns(language)]
        further = columns.of_questions(
            self.further.values(), language, [column.name for column in known], codebook.retyped
        )
        self.columns: list[Column] = [*known, *further, *translations.columns(self.further, language)]

    def table(self, name: str, parts: Iterable[Sequence[Any]], selection: Selection) -> FeatureTable:
        return FeatureTable(
            name,
            self.columns,
            self._rows(parts, selection),
            "id",
            geometries=GEOMETRIES,
            crs=self.surveyor.wanted,
            symbols=symbols(self.codebook, self.language),
        )

    def _rows(self, parts: Iterable[Sequence[Any]], selection: Selection) -> Iterator[Row]:
        for part in parts:
            answers = [orjson.loads(mark.answers) for mark in part]
            chosen = [pair for pair in zip(part, answers, strict=True) if selection.lets_through(pair[0].id, pair[1])]
            whereabouts = self.surveyor.look_up([mark.geometry for mark, _answers in chosen])
            for (mark, given), where in zip(chosen, whereabouts, strict=True):
                yield Row(self._values(mark, given, where), mark.geometry)

    def _values(self, mark: Any, answers: dict[str, Any], where: Whereabouts) -> list[Any]:
        of_mark = (mark.question, mark.category)
        category = self.codebook.categories.get(of_mark)
        question = self.codebook.map_questions.get(mark.question)
        sentiment = category.sentiment if category else None
        return [
            mark.id,
            mark.response_id,
            *self.facts.cells(mark),
            where.zone_code,
            where.zone_name,
            mark.question,
            question.label_in(self.language) if question else None,
            mark.category or None,
            category.label_in(self.language) if category else None,
            sentiment,
            self.sentiments.get(sentiment or ""),
            _text(answers.get("place_name")),
            _text(answers.get("comment")),
            *self._code_and_label(of_mark, "mode", answers),
            *self._code_and_label(of_mark, "season", answers),
            self.facts.week(mark),
            *self.facts.channel(mark),
            mark.people,
            *self.facts.status(mark),
            where.length_m,
            where.area_m2,
            where.lon,
            where.lat,
            where.e,
            where.n,
            *self.facts.background.cells(mark.background),
            *self._further(of_mark, answers),
            *self.translations.cells(mark.id),
        ]

    def _code_and_label(self, of_mark: tuple[str, str], variable: str, answers: dict[str, Any]) -> Sequence[Any]:
        value = answers.get(variable)
        if value is None:
            return (None, None)
        question = self.codebook.asked.get((*of_mark, variable))
        if question is None or not question.behaviour.coded:
            return (str(value), None)
        return self._cells(question, value)

    def _further(self, of_mark: tuple[str, str], answers: dict[str, Any]) -> Iterator[Any]:
        for variable, any_question in self.further.items():
            value = answers.get(variable)
            if value is None:
                yield from self.blanks[variable]
            else:
                question = self.codebook.asked.get((*of_mark, variable), any_question)
                yield from self._cells(question, value)

    def _cells(self, question: Question, value: Any) -> list[Any]:
        return columns.cells(question, value, self.language, fits=self.codebook.fits(question, value))


def _text(value: Any) -> str | None:
    return None if value is None else str(value)
