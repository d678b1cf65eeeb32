"""Columns in which the same comes again and again: worked out once for each different thing."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import orjson

from exports.lots import Repeated, Values


class Different(NamedTuple):
    """Answers to a question: for each its place among the different ones, which are a kind's number and a value, or None.

    What a code is called may depend on the kind.
    """

    places: Sequence[int]
    answers: Sequence[tuple[int, Any] | None]


def numbered(keys: Iterable[Any]) -> tuple[list[int], list[Any]]:
    """For each key its place among the different ones, and those."""
    places: dict[Hashable, int] = {}
    numbers = [places.setdefault(key, len(places)) for key in keys]
    return numbers, list(places)


def repeated(places: Sequence[int], rows: Sequence[Sequence[Any]]) -> Iterator[Values]:
    """The columns of rows, each of which stands at many places."""
    return (Repeated(places, column) for column in zip(*rows, strict=True))


def different(values: Sequence[Any], kinds: Sequence[int]) -> Different:
    """`kinds`: for each value a number."""
    # By their JSON, as 1 and true are the same key and a list is none.
    keys = [None if value is None else (kind, orjson.dumps(value)) for kind, value in zip(kinds, values, strict=True)]
    places, found = numbered(keys)
    return Different(places, [None if key is None else (key[0], orjson.loads(key[1])) for key in found])


def answered(given: Different, cells: Callable[[int, Any], Sequence[Any]], blanks: Sequence[Any]) -> Iterator[Values]:
    """The columns of a question: `cells` of a kind's number and a value; `blanks` where there is none."""
    return repeated(given.places, [blanks if answer is None else cells(*answer) for answer in given.answers])
