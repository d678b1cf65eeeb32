"""Columns in which the same comes again and again: worked out once for each different thing."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Any

import orjson

from exports.lots import Repeated, Values


def numbered(keys: Iterable[Any]) -> tuple[list[int], list[Any]]:
    """For each key its place among the different ones, and those."""
    places: dict[Hashable, int] = {}
    numbers = [places.setdefault(key, len(places)) for key in keys]
    return numbers, list(places)


def repeated(places: Sequence[int], rows: Sequence[Sequence[Any]]) -> Iterator[Values]:
    """The columns of rows, each of which stands at many places."""
    return (Repeated(places, column) for column in zip(*rows, strict=True))


def answered(
    values: Sequence[Any], kinds: Sequence[int], cells: Callable[[int, Any], Sequence[Any]], blanks: Sequence[Any]
) -> Iterator[Values]:
    """The columns of a question: `cells` of a kind and a value; `blanks` where there is none.

    `kinds`: for each value a number; what a code is called may depend on it.
    """
    if values.count(None) == len(values):
        return repeated([0] * len(values), [blanks])
    # By their JSON, as 1 and true are the same key and a list is none.
    keys = [None if value is None else (kind, orjson.dumps(value)) for kind, value in zip(kinds, values, strict=True)]
    places, different = numbered(keys)
    return repeated(places, [blanks if key is None else cells(key[0], orjson.loads(key[1])) for key in different])
