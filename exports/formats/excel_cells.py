"""Values as a cell in Excel can hold them."""

import datetime as dt
import math
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from exports.as_text import listed, or_text
from exports.lots import Values, Write
from exports.plain_text import plain_text
from exports.whole_columns import are_decimals, are_integers, are_plain_texts

MOST_UNITS = 32_767  # UTF-16 code units in a cell
CUT = " […]"
FIRST_YEAR = 1900
EXACT = 2**53


def excel_column(kind: str) -> Write:
    """How to turn the values of a column into cells: as they came where one look tells that they can be."""
    cell = excel_cell(kind)
    as_it_is = {"integer": _are_exact, "decimal": are_decimals}.get(kind, _are_short_texts)
    return lambda values: values if as_it_is(values) else [None if each is None else cell(each) for each in values]


def excel_cell(kind: str) -> Callable[[Any], Any]:
    """How to turn a value of `kind` (never None) into a cell."""
    if kind in ("code", "label"):
        return _repeated_text
    cells: dict[str, Callable[[Any], Any]] = {
        "integer": _integer,
        "decimal": _decimal,
        "date": _date,
        "datetime": _datetime,
        "boolean": bool,
        "list": _list,
    }
    return or_text(cells[kind], excel_text) if kind in cells else excel_text


def excel_text(text: str) -> str:
    """Plain text; what is too long for a cell ends in […]."""
    text = plain_text(text)
    if len(text) * 2 <= MOST_UNITS:
        return text
    units = text.encode("utf-16-le")
    if len(units) <= MOST_UNITS * 2:
        return text
    room = (MOST_UNITS - len(CUT)) * 2
    return units[:room].decode("utf-16-le", "ignore") + CUT


def _are_exact(values: Values) -> bool:
    return are_integers(values) and min(values) >= -EXACT and max(values) <= EXACT


def _are_short_texts(values: Values) -> bool:
    return are_plain_texts(values) and max(map(len, filter(None, values)), default=0) * 2 <= MOST_UNITS


@lru_cache(maxsize=4096)
def _repeated_text(text: str) -> str:
    return excel_text(text)


def _list(values: Sequence[str]) -> str:
    return excel_text(listed(values))


def _integer(value: int) -> int | str:
    return value if -EXACT <= value <= EXACT else str(value)


def _decimal(value: float) -> float | None:
    return value if math.isfinite(value) else None


def _date(value: dt.date) -> dt.date | str:
    return value if value.year >= FIRST_YEAR else value.isoformat()


def _datetime(value: dt.datetime) -> dt.datetime | str:
    if value.year < FIRST_YEAR:
        return value.isoformat()
    return value.replace(tzinfo=None)  # a cell has no time zone: the clock time is kept
