"""Columns as a Shapefile's table has them: ten letters for a name, 254 bytes for a text, and no more kinds than these."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import isfinite
from typing import Any

import numpy as np
from numpy.typing import NDArray

from exports.as_text import iso, listed
from exports.plain_text import plain_text
from exports.table import Column

LONGEST_NAME, MOST_BYTES = 10, 254
# Kind of column → type of the array, and what stands where there is nothing.
NUMBERS = {"integer": ("i8", 0), "boolean": ("i8", 0), "decimal": ("f8", np.nan), "date": ("M8[D]", "NaT")}
Array = NDArray[Any]


class Field:
    """`name` is the short one. `cut` counts texts that were too long, `left_out` values that the column cannot hold."""

    def __init__(self, column: Column, name: str) -> None:
        self.column = column
        self.name = name
        self.cut = 0
        self.left_out = 0

    @property
    def is_text(self) -> bool:
        return self.column.mixed or self.column.kind not in NUMBERS

    def array(self, values: Sequence[Any]) -> tuple[Array, Array]:
        """The values of many rows, and which of them are blank."""
        if self.is_text:
            return np.array([self._text(value) for value in values], object), np.array(
                [each is None for each in values]
            )
        kind, nothing = NUMBERS[self.column.kind]
        fitting = [value if self._fits(value) else None for value in values]
        self.left_out += sum(value is not None for value in values) - sum(value is not None for value in fitting)
        return (
            np.array([nothing if value is None else value for value in fitting], kind),
            np.array([value is None for value in fitting]),
        )

    def _fits(self, value: Any) -> bool:
        """A text in a column of numbers does not, nor does a number without end."""
        if isinstance(value, str):
            return False
        return not isinstance(value, float) or isfinite(value)

    def _text(self, value: Any) -> str | None:
        if value is None:
            return None
        text = plain_text(_as_text(value))
        whole = text.encode()
        if len(whole) <= MOST_BYTES:
            return text
        self.cut += 1
        return whole[:MOST_BYTES].decode("utf-8", "ignore")


def fields_of(columns: Iterable[Column]) -> list[Field]:
    """A field for each column, under names that differ in their first ten letters."""
    made: list[Field] = []
    for column in columns:
        made.append(Field(column, _short(column.name, {field.name.casefold() for field in made})))
    return made


def _short(name: str, taken: set[str]) -> str:
    plain = name.encode("ascii", "replace").decode().replace("?", "_")
    wanted, number = plain[:LONGEST_NAME], 0
    while wanted.casefold() in taken:
        number += 1
        ending = f"_{number}"
        wanted = plain[: LONGEST_NAME - len(ending)] + ending
    return wanted


def _as_text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int | float):
        return str(value)
    return iso(value) if hasattr(value, "isoformat") else listed(value)
