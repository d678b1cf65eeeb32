"""Rows in an order that says nothing of who came when, whole classes at a time among them."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import orjson

from exports.system_errors import of_sqlite
from exports.table import Row


class MixedRows:
    """Rows by the checksum of their content, numbered anew: the same rows come in the same order, whatever they came in."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def __iter__(self) -> Iterator[Row]:
        numbers = count(1)
        for (content,) in self.connection.execute("SELECT content FROM row ORDER BY checksum"):
            values, geometry = orjson.loads(content)
            yield Row([next(numbers), *values], geometry)


@contextmanager
def mixed(rows: Iterable[tuple[Sequence[Any], str | None]], beside: Path) -> Iterator[MixedRows]:
    """`rows`: values, without a number, and geometry. They are kept in a file in the folder `beside` until the block ends."""
    with (
        TemporaryDirectory(dir=beside) as folder,
        of_sqlite(),
        closing(sqlite3.connect(Path(folder) / "rows.db")) as connection,
    ):
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("CREATE TABLE row (checksum BLOB, content BLOB)")
        with connection:
            connection.executemany("INSERT INTO row VALUES (?, ?)", map(_kept, rows))
        yield MixedRows(connection)


def _kept(row: tuple[Sequence[Any], str | None]) -> tuple[bytes, bytes]:
    content = orjson.dumps(row)
    return hashlib.sha256(content).digest(), content
