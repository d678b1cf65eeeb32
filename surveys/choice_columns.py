"""Columns of choices: what a question's `choice_filter` can ask of each choice, beside its code."""

from __future__ import annotations

import re
from typing import Any

from surveys.document_check import MAX_TEXT, DocumentCheck
from surveys.messages import _, shown

COLUMN = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,49}")
CODE_COLUMN = "name"
"""The code itself, which every choice has: named as in XLSForm."""
MOST_COLUMNS = 20
TAKEN = frozenset({CODE_COLUMN, "label", "list_name", "image", "hint", "and", "or", "div", "mod", "lokalkjent"})
"""What a workbook or a condition means something else by."""


def check_columns(choice: dict[str, Any], place: str, check: DocumentCheck) -> None:
    """`place`: of the choice."""
    if "columns" not in choice:
        return
    columns, place = choice["columns"], f"{place}.columns"
    if check.mapping(columns, place) is None or not isinstance(columns, dict):
        return
    check.items(list(columns), place, MOST_COLUMNS, 1)
    for name, text in columns.items():
        if not isinstance(name, str) or not can_be_named(name):
            template = _("“%(name)s” cannot be a column. Use letters a–z, digits, _ and -, and begin with a letter.")
            check.report(place, template, name=shown(name))
        elif not isinstance(text, str) or not text or len(text) > MAX_TEXT:
            check.report(f"{place}.{name}", _("Write a text of at most %(most)s characters here."), most=MAX_TEXT)


def can_be_named(name: str) -> bool:
    return COLUMN.fullmatch(name) is not None and name.lower() not in TAKEN


def columns_of(question: dict[str, Any]) -> frozenset[str] | None:
    """What the filter of an unchecked question may ask for; None where its choices cannot be told apart."""
    choices = question.get("choices")
    if not isinstance(choices, list):
        return None
    listed = [choice.get("columns") for choice in choices if isinstance(choice, dict)]
    return frozenset({CODE_COLUMN, *(name for columns in listed if isinstance(columns, dict) for name in columns)})
