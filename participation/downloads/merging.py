"""One question out of several: out of all its versions, as what was taken away is still the meaning of answers given before,
and out of what each category asks by the same variable."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any, TypeVar

from surveys.question import Choice, Question

Key = TypeVar("Key", bound=Hashable)


def merged(versions: Iterable[tuple[Key, Question]]) -> dict[Key, Question]:
    """By key the newest version, which comes first, with the choices, rows and categories that only older ones have."""
    found: dict[Key, Question] = {}
    for key, question in versions:
        found[key] = _with_older(found[key], question) if key in found else question
    return found


def as_one(questions: Iterable[Question]) -> dict[str, Question]:
    """By variable the first question that takes an answer, under every wording that the others have and with the choices and
    the rows that only they have."""
    asked: dict[str, list[Question]] = {}
    for question in questions:
        asked.setdefault(question.variable, []).append(question)
    return {variable: _under_every_wording(alike) for variable, alike in asked.items()}


def _under_every_wording(alike: Sequence[Question]) -> Question:
    languages = dict.fromkeys(language for question in alike for language in question.label)
    label = {one: " / ".join(dict.fromkeys(question.label_in(one) for question in alike)) for one in languages}
    first = next((question for question in alike if question.behaviour.collects_answer), alike[0])
    rows = _each_code(question.rows for question in alike) if first.parts else ()
    return replace(first, label=label, choices=_each_code(question.choices for question in alike), rows=rows)


def _each_code(several: Iterable[Sequence[Choice]]) -> tuple[Choice, ...]:
    found: dict[str, Choice] = {}
    for choice in chain.from_iterable(several):
        found.setdefault(choice.code, choice)
    return tuple(found.values())


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
