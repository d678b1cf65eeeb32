"""Columns of a file from questions and fixed names."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

import orjson
from flask_babel import gettext as _

from exports.table import Column
from participation.downloads.wording import headings
from surveys.questionnaire import Question

KINDS = {"number": "decimal"}
ANSWER = "answer_"
Codes = Mapping[str, Mapping[str, str]]


def fixed(language: str, names: dict[str, str], codes: Codes | None = None) -> list[Column]:
    """Columns with the given names and kinds, headed in `language` (the one in use). `codes`: labels by column and code."""
    known, meant = headings(), codes or {}
    return [Column(name, kind, {language: known[name]}, meant.get(name, {})) for name, kind in names.items()]


def of_questions(
    questions: Iterable[Question], language: str, taken: Sequence[str], retyped: Container[str] = ()
) -> list[Column]:
    """The columns of the questions' answers; a name that is `taken` by a fixed column gets a prefix.

    `retyped`: variables with answers of several forms.
    """
    return [column for question in questions for column in _of(question, language, taken, question.variable in retyped)]


def column_name(name: str, taken: Container[str]) -> str:
    """What a column of answers is called where some names are `taken` by fixed columns."""
    return f"{ANSWER}{name}" if name in taken else name


def apart(made: Iterable[Column]) -> list[Column]:
    """The columns under different names: one whose name is taken by an earlier one gets a number behind it."""
    found: dict[str, Column] = {}
    for column in made:
        name, number = column.name, 1
        while name in found:
            number += 1
            name = f"{column.name}_{number}"
        found[name] = column if name == column.name else replace(column, name=name)
    return list(found.values())


def cells(question: Question, value: Any, language: str, *, fits: bool = True) -> list[Any]:
    """As many cells as the question has columns; an answer of another form than today's (`fits`: False) is given as text."""
    if fits:
        with suppress(TypeError, ValueError, AttributeError):
            return question.behaviour.cells(question, value, language)
    blanks = question.behaviour.cells(question, None, language)
    return [as_text(value), *blanks[1:]][: len(blanks)]


def as_text(value: Any) -> str:
    """An answer of any form; codes with a space between, as they hold none."""
    if isinstance(value, list):
        return " ".join(map(as_text, value))
    return value if isinstance(value, str) else orjson.dumps(value).decode()


def _of(question: Question, language: str, taken: Sequence[str], mixed: bool) -> list[Column]:
    plain = question.behaviour.columns(question, language)
    twins = {column.name for column in plain if column.kind == "label"}
    made = []
    for column in plain:
        name = column_name(column.name, taken)
        coded = f"{column.name}_label" in twins
        heading = _("%(question)s (code)", question=column.label) if coded else column.label
        codes = {choice.code: choice.label_in(language) for choice in question.choices} if coded else {}
        made.append(Column(name, KINDS.get(column.kind, column.kind), {language: heading}, codes, mixed))
    return made
