"""Rows on their way into a table of a GeoPackage: joined or not, the same stands there."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from exports.geopackage.insertion import Insertion
from exports.lots import Repeated, Values


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    made = sqlite3.connect(":memory:", isolation_level=None)
    made.execute('CREATE TABLE "a ""table""" (fid INTEGER PRIMARY KEY, "select" TEXT, b INTEGER, c DOUBLE, d, e TEXT)')
    yield made
    made.close()


def inserted(connection: sqlite3.Connection, *lots: Sequence[Values]) -> list[Any]:
    insertion = Insertion(connection, 'a "table"')
    for columns in lots:
        insertion.insert(columns)
    return connection.execute('SELECT * FROM "a ""table""" ORDER BY rowid').fetchall()


def plain(*lots: Sequence[Values]) -> list[Any]:
    return [row for columns in lots for row in zip(*columns, strict=True)]


def repeating(first: int) -> list[Values]:
    positions = [1, 0, 0, 1]
    numbers = list(range(first, first + 4))
    texts = [Repeated(positions, [f"{name}0", None]) for name in "abc"]
    return [numbers, texts[0], [1, 2, None, 4], Repeated(positions, [0.5, 7.0]), texts[1], texts[2]]


def test_columns_that_repeat_alike_are_joined_in_the_order_of_the_rows(connection: sqlite3.Connection) -> None:
    lots = [repeating(1), repeating(5)]

    assert inserted(connection, *lots) == plain(*lots)


def test_a_lot_may_repeat_otherwise_than_the_one_before(connection: sqlite3.Connection) -> None:
    alone: list[Values] = [[5, 6], ["x", "y"], [1, 2], [0.5, 1.5], ["p", "q"], ["r", "s"]]
    others: list[Values] = [[7], *(Repeated([0], [value]) for value in ("x", 1, 0.5, "p")), ["r"]]
    all_alike = [0, 0]
    last: list[Values] = [[8, 9], *(Repeated(all_alike, [value]) for value in ("x", 1, 0.5, "p", "r"))]
    lots = [repeating(1), alone, others, last, repeating(10)]

    assert inserted(connection, *lots) == plain(*lots)


def test_more_groups_than_sqlite_joins_are_no_matter() -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    columns: list[Values] = [[1, 2]]
    for group in range(80):
        positions = [0, group % 2]
        columns += [Repeated(positions, [f"{group} {column}", None]) for column in range(3 + group % 2)]
    connection.execute(f"CREATE TABLE wide ({', '.join(f'c{number}' for number in range(len(columns)))})")
    Insertion(connection, "wide").insert(columns)

    assert connection.execute("SELECT * FROM wide").fetchall() == plain(columns)


def test_what_waited_is_gone_afterwards(connection: sqlite3.Connection) -> None:
    inserted(connection, repeating(1))
    waiting = [name for (name,) in connection.execute("SELECT name FROM temp.sqlite_master WHERE type = 'table'")]

    assert waiting
    for name in waiting:
        assert connection.execute(f'SELECT count(*) FROM temp."{name.replace(chr(34), chr(34) * 2)}"').fetchone() == (
            0,
        )
