"""The codebook of the package: as a table, and as JSON for programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import orjson

from exports.table import FeatureTable
from participation.activities.models import Activity
from participation.downloads.codebook import Codebook
from participation.downloads.codebook_table import codebook_table
from participation.downloads.research.response_rows import FIXED
from surveys.questionnaire import Question

NAME = "Kodebok"
NOT_TOLD = frozenset({"status"})


def table(codebook: Codebook, language: str, tables: Sequence[FeatureTable]) -> FeatureTable:
    """Variables and codes that the package's tables have, in every language of the questionnaire."""
    whole = codebook_table(NAME, codebook, language, taken=FIXED)
    there = {column.name for each in tables for column in each.columns}
    there |= codebook.map_questions.keys()
    rows = [row for row in whole.rows if row.values[0] in there - NOT_TOLD]
    return FeatureTable(NAME, whole.columns, rows)


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
