"""One question out of all its versions: what was taken away is still the meaning of answers given before."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from surveys.questionnaire import Question

Key = TypeVar("Key", bound=Hashable)


def merged(versions: Iterable[tuple[Key, Question]]) -> dict[Key, Question]:
    """By key the newest version, which comes first, with the choices, rows and categories that only older ones have."""
    found: dict[Key, Question] = {}
    for key, question in versions:
        found[key] = _with_older(found[key], question) if key in found else question
    return found


def _with_older(newest: Question, older: Question) -> Question:
    if newest.type != older.type:
        return newest
    lacking = {
        "choices": [replace(one, retired=True) for one in _missing(newest.choices, older.choices)],
        "rows": [replace(one, retired=True) for one in _missing(newest.rows, older.rows)],
        "categories": _missing(newest.categories, older.categories),
    }
    changed: dict[str, Any] = {name: (*getattr(newest, name), *more) for name, more in lacking.items() if more}
    return replace(newest, **changed) if changed else newest


def _missing(newest: Sequence[Any], older: Sequence[Any]) -> list[Any]:
    known = {one.code for one in newest}
    return [one for one in older if one.code not in known]
