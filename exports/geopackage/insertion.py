"""Many rows into a table at a time: what repeats in them is given to SQLite once, and joined to the rest there."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from exports.lots import Repeated, Values

# With fewer columns it costs as much to join them as to give them again and again.
FEWEST_TOGETHER = 3
MOST_GROUPS = 63  # SQLite joins 64 tables


class Group(NamedTuple):
    """Columns that repeat alike: their places, at which row which of the values stands, and those of each column."""

    places: list[int]
    positions: Sequence[int]
    values: list[Values]


class Insertion:
    """`table`: its name. What waits to be joined stands in temporary tables beside it: the rows, then each group."""

    def __init__(self, connection: sqlite3.Connection, table: str) -> None:
        self.connection = connection
        self.table = table
        self.laid_out: list[list[int]] | None = None
        self.joining = ""

    def insert(self, columns: Sequence[Values]) -> None:
        """`columns`: every one of the table, in its order, with at least one row."""
        groups = _together(columns)
        if not groups:
            self._fill(quoted(self.table), len(columns), zip(*columns, strict=True))
            return
        joined = set(chain(*(group.places for group in groups)))
        alone = [place for place in range(len(columns)) if place not in joined]
        self._lay_out([group.places for group in groups], alone)
        rows = zip(*(columns[place] for place in alone), *(group.positions for group in groups), strict=True)
        self._fill(self._waiting(0), len(alone) + len(groups), rows)
        for number, group in enumerate(groups, start=1):
            each = zip(range(len(group.values[0])), *group.values, strict=True)
            self._fill(self._waiting(number), 1 + len(group.places), each)
        self.connection.execute(self.joining)
        for number in range(1 + len(groups)):
            self.connection.execute(f"DELETE FROM {self._waiting(number)}")

    def _fill(self, table: str, width: int, rows: Iterable[Sequence[object]]) -> None:
        self.connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * width)})", rows)

    def _lay_out(self, groups: list[list[int]], alone: Sequence[int]) -> None:
        """Tables for these groups of columns, in place of those that were for others."""
        if groups == self.laid_out:
            return
        for number in range(1 + len(self.laid_out or ())):
            self.connection.execute(f"DROP TABLE IF EXISTS {self._waiting(number)}")
        repeats = [f"r{number}" for number in range(1, 1 + len(groups))]
        self._create(0, [*map(_name, alone), *repeats])
        for number, places in enumerate(groups, start=1):
            self._create(number, ["r INTEGER PRIMARY KEY", *map(_name, places)])
        # Crossed, so that SQLite begins with the rows and keeps their order.
        joined = "".join(
            f" CROSS JOIN {self._waiting(number)} AS t{number} ON t{number}.r = {repeat}"
            for number, repeat in enumerate(repeats, start=1)
        )
        every = ", ".join(map(_name, range(len(alone) + sum(map(len, groups)))))
        self.joining = f"INSERT INTO {quoted(self.table)} SELECT {every} FROM {self._waiting(0)}{joined}"
        self.laid_out = groups

    def _create(self, number: int, columns: Sequence[str]) -> None:
        self.connection.execute(f"CREATE TEMPORARY TABLE {self._waiting(number)} ({', '.join(columns)})")

    def _waiting(self, number: int) -> str:
        return f"temp.{quoted(f'{self.table} waiting {number}')}"


def quoted(name: str) -> str:
    """A name as SQL has it."""
    return '"' + name.replace('"', '""') + '"'


def _name(place: int) -> str:
    """Of a column that waits."""
    return f"c{place}"


def _together(columns: Sequence[Values]) -> list[Group]:
    groups: dict[int, Group] = {}
    for place, column in enumerate(columns):
        if isinstance(column, Repeated):
            group = groups.setdefault(id(column.positions), Group([], column.positions, []))
            group.places.append(place)
            group.values.append(column.values)
    large = [group for group in groups.values() if len(group.places) >= FEWEST_TOGETHER]
    return sorted(large, key=lambda group: -len(group.places))[:MOST_GROUPS]
