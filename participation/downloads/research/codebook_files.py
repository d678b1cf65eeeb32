"""The codebook of the package: as a table, and as JSON for programs."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import Any

import orjson
from flask_babel import force_locale

from exports.table import Column, FeatureTable, Row
from participation.activities.models import Activity
from participation.downloads.codebook import Codebook
from participation.downloads.codebook_table import codebook_table
from participation.downloads.research.response_rows import FIXED
from participation.downloads.wording import headings
from surveys.questionnaire import Question

NAME = "Kodebok"
NOT_TOLD = frozenset({"status"})


def table(codebook: Codebook, language: str, tables: Sequence[FeatureTable]) -> FeatureTable:
    """Variables and codes that the package's tables have, in every language of the questionnaire; then their other columns."""
    whole = codebook_table(NAME, codebook, language, taken=FIXED)
    made = {column.name: column for each in tables for column in each.columns}
    there = (made.keys() | codebook.map_questions.keys()) - NOT_TOLD
    rows = [row for row in whole.rows if row.values[0] in there]
    told = {row.values[0] for row in rows}
    without = [one for one in made.values() if one.name not in told and not _tells_in_words(one, made)]
    return FeatureTable(NAME, whole.columns, [*rows, *_headings(without, codebook.languages, language)])


def _tells_in_words(column: Column, among: Container[str]) -> bool:
    """What another column tells in codes."""
    return column.kind == "label" and column.name.removesuffix("_label") in among


def _headings(found: Sequence[Column], languages: Sequence[str], language: str) -> Iterator[Row]:
    """A row without codes for each."""
    spoken = []
    for one in languages:
        with force_locale(one):
            spoken.append(headings())
    blanks = [None] * (1 + len(languages))
    for column in found:
        yield Row((column.name, *(words.get(column.name, column.heading(language)) for words in spoken), *blanks))


def as_json(activity: Activity, codebook: Codebook, language: str, tables: Sequence[FeatureTable]) -> bytes:
    told = {
        "activity": {"title": activity.title, "kind": activity.kind, "project": activity.project.name},
        "languages": codebook.languages,
        "versions": codebook.published,
        "tables": [_table(each, language) for each in tables],
        "questions": [_question(question) for question in codebook.every_question()],
    }
    return orjson.dumps(told, option=orjson.OPT_INDENT_2)


def _table(table: FeatureTable, language: str) -> dict[str, Any]:
    columns = [
        {"name": column.name, "kind": column.kind, "heading": column.heading(language), "codes": dict(column.codes)}
        for column in table.columns
    ]
    return {"name": table.name.lower(), "columns": columns}


def _question(question: Question) -> dict[str, Any]:
    choices = question.categories or question.choices
    return {
        "variable": question.variable,
        "type": question.type,
        "label": dict(question.label),
        "rows": [{"variable": part.variable, "label": dict(part.label)} for part in question.parts],
        "codes": [{"code": one.code, "label": dict(one.label)} for one in choices],
    }
