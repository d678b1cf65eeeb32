"""Responses as a table: one row a response, one column or two an answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import orjson

from exports.lots import Lot, Lots, Repeated, Values
from exports.table import FeatureTable
from participation import catalogues
from participation.downloads import columns, context
from participation.downloads.codebook import Codebook
from participation.downloads.counting import Counting
from participation.downloads.queries import PART
from participation.downloads.repeats import answered, different, numbered, repeated
from participation.downloads.translated import Translations
from surveys.questionnaire import Question

FIXED = {
    "id": "integer",
    **context.COLUMNS,
    "week": "text",
    "language": "code",
    "language_label": "label",
    "channel": "code",
    "channel_label": "label",
    "people": "integer",
    "status": "code",
    "status_label": "label",
    "complete": "boolean",
    "late": "boolean",
    "marks": "integer",
}


class ResponseTable:
    """Turns responses into a FeatureTable in one language. `counting` is told of the answers as they go by."""

    def __init__(
        self,
        codebook: Codebook,
        facts: context.Facts,
        language: str,
        translations: Translations,
        counting: Counting | None = None,
    ) -> None:
        self.codebook = codebook
        self.facts = facts
        self.language = language
        self.translations = translations
        self.counting = counting
        self.questions = list(codebook.answer_questions.values())
        known = [*columns.fixed(language, FIXED), *facts.background.columns(language)]
        further = columns.of_questions(self.questions, language, [column.name for column in known], codebook.retyped)
        translated = translations.columns(codebook.answer_questions, language)
        self.columns = columns.apart([*known, *further, *translated])

    def table(self, name: str, responses: Iterable[Any]) -> FeatureTable:
        """`responses`: rows of `queries.responses`."""
        return FeatureTable(name, self.columns, Lots(self._lots(iter(responses))), "id")

    def _lots(self, responses: Iterator[Any]) -> Iterator[Lot]:
        while several := list(islice(responses, PART)):
            answers = [orjson.loads(response.answers) for response in several]
            if self.counting:
                for response, given in zip(several, answers, strict=True):
                    self.counting.answered(response.channel, given)
            yield self._lot(several, answers)

    def _lot(self, responses: Sequence[Any], answers: Sequence[Mapping[str, Any]]) -> Lot:
        ids = [response.id for response in responses]
        told = self.facts.of_several(responses)
        alike = [told.places[identity] for identity in ids]
        counted = [(each.people, each.complete, each.late, each.marks) for each in responses]
        people, complete, late, marks = zip(*counted, strict=True)
        languages, spoken = numbered(response.language for response in responses)
        made: list[Values] = [
            ids,
            *repeated(alike, told.cells),
            Repeated(alike, told.weeks),
            *repeated(languages, [(language, catalogues.name(language)) for language in spoken]),
            *repeated(alike, told.channels),
            people,
            *repeated(alike, told.statuses),
            complete,
            late,
            marks,
            *repeated(alike, told.backgrounds),
            *(column for question in self.questions for column in self._answered(question, answers)),
            *self.translations.lot(ids),
        ]
        return Lot(made, [None] * len(ids))

    def _answered(self, question: Question, answers: Sequence[Mapping[str, Any]]) -> Iterator[Values]:
        values = [given.get(question.variable) for given in answers]
        given = different(values, [0] * len(values))
        return answered(given, lambda _kind, value: self._cells(question, value), self._cells(question, None))

    def _cells(self, question: Question, value: Any) -> list[Any]:
        return columns.cells(question, value, self.language, fits=self.codebook.fits(question, value))
