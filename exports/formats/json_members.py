"""The members of many JSON objects at a time: a template for all, and what is put into it for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from json.encoder import encode_basestring
from typing import Any

import orjson

from exports.lots import Lot, Repeated, Values
from exports.plain_text import plain_text
from exports.table import Column
from exports.whole_columns import are_plain_texts

TEXTS = ("text", "code", "label")
NULL = "null"
Texts = Sequence[str]
Write = Callable[[Values], Texts]


class Members:
    """`names`: those of the members, one for each column."""

    def __init__(self, columns: Sequence[Column], names: Sequence[str]) -> None:
        self.names = [f"{encode_basestring(plain_text(name))}:" for name in names]
        self.writers = [_writer(column.kind) for column in columns]

    def of(self, lot: Lot) -> tuple[str, list[Texts]]:
        """A template for `%` with the members of an object, and for each of its places a text for each row."""
        templates, cells = [], []
        for places in _changing_together(lot.columns):
            if len(places) == 1:
                templates.append(f"{_safe(self.names[places[0]])}%s")
                cells.append(self.cells(lot, places[0]))
            else:
                templates.append("%s")
                cells.append(self._together(lot, places))
        return ",".join(templates), cells

    def cells(self, lot: Lot, place: int) -> Texts:
        """The JSON texts of a column."""
        column, write = lot.columns[place], self.writers[place]
        return Repeated(column.positions, write(column.values)) if isinstance(column, Repeated) else write(column)

    def _together(self, lot: Lot, places: Sequence[int]) -> Texts:
        """The members of columns that repeat alike, written once for each different row of them."""
        columns: list[Any] = [lot.columns[place] for place in places]
        each = [
            [self.names[place] + text for text in self.writers[place](column.values)]
            for place, column in zip(places, columns, strict=True)
        ]
        return Repeated(columns[0].positions, list(map(",".join, zip(*each, strict=True))))


def _changing_together(columns: Sequence[Values]) -> Iterator[list[int]]:
    """The places of neighbours that repeat alike; a column that does not stands alone."""
    for _positions, places in groupby(range(len(columns)), lambda place: _positions_of(columns[place], place)):
        yield list(places)


def _positions_of(column: Values, place: int) -> tuple[str, int]:
    return ("together", id(column.positions)) if isinstance(column, Repeated) else ("alone", place)


def _safe(text: str) -> str:
    """As a template for `%` has it."""
    return text.replace("%", "%%")


def _writer(kind: str) -> Write:
    if kind in TEXTS:
        return _texts
    return _lists if kind == "list" else _others


def _texts(values: Values) -> Texts:
    if are_plain_texts(values):
        return [NULL if value is None else encode_basestring(value) for value in values]
    return [NULL if value is None else encode_basestring(plain_text(value)) for value in values]


def _lists(values: Values) -> Texts:
    return [NULL if value is None else _list(value) for value in values]


def _list(value: Sequence[str] | str) -> str:
    return encode_basestring(plain_text(value)) if isinstance(value, str) else f"[{','.join(_texts(value))}]"


def _others(values: Values) -> Texts:
    """Numbers, dates, truths: their texts hold no comma."""
    if str in set(map(type, values)):
        return [encode_basestring(plain_text(each)) if isinstance(each, str) else _one(each) for each in values]
    return orjson.dumps(values if isinstance(values, list) else list(values)).decode()[1:-1].split(",")


def _one(value: Any) -> str:
    return orjson.dumps(value).decode()
