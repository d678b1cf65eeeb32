"""Values as SQLite keeps them for a GeoPackage, a column of many rows at a time.

Most columns can be kept as they came. One look at the whole column tells so, in a tenth of the time that one at each cell takes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from math import isfinite
from typing import Any

from exports.formats.or_text import or_text
from exports.plain_text import plain_text
from exports.table import Column

LIST_SEPARATOR = "; "
BIGGEST = 2**63 - 1
Values = Sequence[Any]


def stored(column: Column) -> Callable[[Values], Values]:
    """What turns a column's values into what is stored; None stays None."""
    kind = column.kind
    cells: dict[str, Callable[[Any], Any]] = {
        "integer": _integer,
        "decimal": _decimal,
        "date": _iso,
        "datetime": _moment,
        "boolean": int,
        "list": _list,
    }
    cell = or_text(cells[kind], plain_text) if kind in cells else plain_text
    if column.mixed:
        return lambda values: [None if each is None else str(cell(each)) for each in values]
    as_it_is = {"integer": _are_integers, "decimal": _are_decimals}.get(kind, _are_plain)
    return lambda values: values if as_it_is(values) else [None if each is None else cell(each) for each in values]


def _are_plain(values: Values) -> bool:
    return {str, type(None)}.issuperset(map(type, values)) and "".join(filter(None, values)).isprintable()


def _are_integers(values: Values) -> bool:
    found = [each for each in values if type(each) is int]
    return len(found) == len(values) and max(found) <= BIGGEST and min(found) >= -BIGGEST


def _are_decimals(values: Values) -> bool:
    # A sum is finite only if everything in it is.
    return {float, type(None)}.issuperset(map(type, values)) and isfinite(sum(filter(None, values)))


def _integer(value: int) -> int | str:
    return value if -BIGGEST <= value <= BIGGEST else str(value)


def _decimal(value: float) -> float | None:
    return value if isfinite(value) else None


def _iso(value: Any) -> str:
    return str(value.isoformat())


def _moment(value: datetime) -> str:
    """In universal time, with thousandths, as the standard wants it; a moment without a zone is taken for one."""
    moment = value.astimezone(UTC) if value.tzinfo else value
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03d}Z"


def _list(values: Sequence[str]) -> str:
    return plain_text(LIST_SEPARATOR.join(values))
