"""Numbers of rows, as addresses and commands give them: some are larger than the store can look for."""

from __future__ import annotations

from typing import Any

import flask
from werkzeug.routing import IntegerConverter, Map

LARGEST = 2**31 - 1


class RowNumber(IntegerConverter):
    """A number in an address; no page has one that no row can have."""

    def __init__(self, map: Map, *given: Any, **named: Any) -> None:
        super().__init__(map, *given, **{"max": LARGEST, **named})


def register(app: flask.Flask) -> None:
    """`<int:…>` in an address stands for the number of a row, or for one that is smaller."""
    app.url_map.converters["int"] = RowNumber


def row_number(identity: object) -> int | None:
    """An id given as a number or its text; None for anything that cannot be one."""
    text = str(identity) if isinstance(identity, int | str) and not isinstance(identity, bool) else ""
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 18 else 0
    return number if 0 < number <= LARGEST else None
