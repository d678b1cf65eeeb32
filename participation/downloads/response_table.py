"""Responses as a table: one row a response, one column or two an answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import orjson

from exports.table import FeatureTable, Row
from participation import catalogues
from participation.downloads import columns, context
from participation.downloads.codebook import Codebook
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


def response_table(
    name: str,
    codebook: Codebook,
    facts: context.Facts,
    language: str,
    responses: Iterable[Any],
    translations: Translations,
) -> FeatureTable:
    """`responses`: rows of `queries.responses`."""
    questions = list(codebook.answer_questions.values())
    known = [*columns.fixed(language, FIXED), *facts.background.columns(language)]
    further = columns.of_questions(questions, language, [column.name for column in known], codebook.retyped)

    def rows() -> Iterator[Row]:
        for response in responses:
            answers = orjson.loads(response.answers)
            yield Row(
                [
                    response.id,
                    *facts.cells(response),
                    facts.week(response),
                    response.language,
                    catalogues.name(response.language),
                    *facts.channel(response),
                    response.people,
                    *facts.status(response),
                    response.complete,
                    response.late,
                    response.marks,
                    *facts.background.cells(response.background),
                    *_given(codebook, questions, answers, language),
                    *translations.cells(response.id),
                ]
            )

    translated = translations.columns(codebook.answer_questions, language)
    return FeatureTable(name, [*known, *further, *translated], rows(), "id")


def _given(
    codebook: Codebook, questions: Sequence[Question], answers: Mapping[str, Any], language: str
) -> Iterator[Any]:
    for question in questions:
        value = answers.get(question.variable)
        yield from columns.cells(question, value, language, fits=codebook.fits(question, value))
