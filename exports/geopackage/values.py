"""Values as SQLite keeps them for a GeoPackage, a column of many rows at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from math import isfinite
from typing import Any

from exports.as_text import iso, listed, or_text
from exports.plain_text import plain_text
from exports.table import Column
from exports.whole_columns import BIGGEST, are_decimals, are_integers, are_plain_texts

Values = Sequence[Any]


def stored(column: Column) -> Callable[[Values], Values]:
    """What turns a column's values into what is stored; None stays None."""
    kind = column.kind
    cells: dict[str, Callable[[Any], Any]] = {
        "integer": _integer,
        "decimal": _decimal,
        "date": iso,
        "datetime": _moment,
        "boolean": int,
        "list": _list,
    }
    cell = or_text(cells[kind], plain_text) if kind in cells else plain_text
    if column.mixed:
        return lambda values: [None if each is None else str(cell(each)) for each in values]
    as_it_is = {"integer": are_integers, "decimal": are_decimals}.get(kind, are_plain_texts)
    return lambda values: values if as_it_is(values) else [None if each is None else cell(each) for each in values]


def _integer(value: int) -> int | str:
    return value if -BIGGEST <= value <= BIGGEST else str(value)


def _decimal(value: float) -> float | None:
    return value if isfinite(value) else None


def _moment(value: datetime) -> str:
    """In universal time, with thousandths, as the standard wants it; a moment without a zone is taken for one."""
    moment = value.astimezone(UTC) if value.tzinfo else value
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03d}Z"


def _list(values: Sequence[str]) -> str:
    return plain_text(listed(values))
