"""The members of many JSON objects at a time: a template for all, and what is put into it for each.

All in bytes: Python puts them into a template three times as fast as texts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from json.encoder import encode_basestring
from typing import Any

import orjson

from exports.lots import Lot, Repeated, Values, changing_together
from exports.plain_text import plain_text
from exports.table import Column
from exports.whole_columns import are_plain_texts

TEXTS = ("text", "code", "label")
NULL = b"null"
Texts = Sequence[bytes]
Write = Callable[[Values], Texts]


class Members:
    """`names`: those of the members, one for each column."""

    def __init__(self, columns: Sequence[Column], names: Sequence[str]) -> None:
        self.names = [_text(name) + b":" for name in names]
        self.writers = [_writer(column.kind) for column in columns]

    def of(self, lot: Lot) -> tuple[bytes, list[Texts]]:
        """A template for `%` with the members of an object, and for each of its places a text for each row."""
        templates, cells = [], []
        for places in changing_together(lot.columns):
            if len(places) == 1:
                templates.append(_safe(self.names[places[0]]) + b"%b")
                cells.append(self.cells(lot, places[0]))
            else:
                templates.append(b"%b")
                cells.append(self._together(lot, places))
        return b",".join(templates), cells

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
        return Repeated(columns[0].positions, list(map(b",".join, zip(*each, strict=True))))


def _safe(name: bytes) -> bytes:
    """As a template for `%` has it."""
    return name.replace(b"%", b"%%")


def _writer(kind: str) -> Write:
    if kind in TEXTS:
        return _texts
    return _lists if kind == "list" else _others


def _texts(values: Values) -> Texts:
    if are_plain_texts(values):
        return [NULL if value is None else encode_basestring(value).encode() for value in values]
    return [NULL if value is None else _text(value) for value in values]


def _text(value: str) -> bytes:
    return encode_basestring(plain_text(value)).encode()


def _lists(values: Values) -> Texts:
    return [NULL if value is None else _list(value) for value in values]


def _list(value: Sequence[str] | str) -> bytes:
    return _text(value) if isinstance(value, str) else b"[%b]" % b",".join(_texts(value))


def _others(values: Values) -> Texts:
    """Numbers, dates, truths: their texts hold no comma."""
    if str in set(map(type, values)):
        return [_text(each) if isinstance(each, str) else orjson.dumps(each) for each in values]
    return orjson.dumps(values if isinstance(values, list) else list(values))[1:-1].split(b",")
