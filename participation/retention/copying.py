"""Copying every row between two databases of the same revision."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any

import orjson
from sqlalchemy import Connection, Row, Table, select, text, update

from participation.database import Base

CHUNK = 5000


def copy_rows(source: Connection, target: Connection) -> None:
    """Every row of every table, parents first; both ends at the newest migration, `target` empty."""
    for table in Base.metadata.sorted_tables:
        own = [column.name for column in table.columns if column.references(next(iter(table.primary_key.columns)))]
        pointing: list[dict[str, Any]] = []
        for rows in in_order(source, table):
            values = [dict(row._mapping) for row in rows]
            # A row may point at a later row of its own table, so those pointers are set when all are there.
            for value in values:
                pointing += [{"_id": value["id"], name: value[name]} for name in own if value[name] is not None]
                value.update(dict.fromkeys(own))
            target.execute(table.insert(), values)
        for pointer in pointing:
            identity = pointer.pop("_id")
            target.execute(update(table).where(table.c.id == identity).values(**pointer))
        if "id" in table.c:
            continue_numbering(target, table, last_given(source, table))


def in_order(source: Connection, table: Table) -> Iterator[Sequence[Row[Any]]]:
    """The table's rows by primary key, in chunks."""
    wanted = select(table).order_by(*table.primary_key.columns).execution_options(yield_per=CHUNK)
    yield from source.execute(wanted).partitions()


def last_given(source: Connection, table: Table) -> int | None:
    """The highest id that a row of the table ever had, though it may be erased; None where none was given by the database."""
    if source.dialect.name == "postgresql":
        asked = "SELECT pg_sequence_last_value(pg_get_serial_sequence(:name, 'id')::regclass)"
    else:
        asked = "SELECT seq FROM sqlite_sequence WHERE name = :name"
    found: int | None = source.scalar(text(asked), {"name": table.name})
    return found


def continue_numbering(target: Connection, table: Table, last: int | None) -> None:
    """Let the target number new rows after every one that the source has numbered."""
    if last is None:
        return
    told = {"name": table.name, "last": last}
    if target.dialect.name == "postgresql":
        target.execute(text("SELECT setval(pg_get_serial_sequence(:name, 'id'), :last)"), told)
    else:
        target.execute(text("DELETE FROM sqlite_sequence WHERE name = :name"), told)
        target.execute(text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :last)"), told)


def digests(connection: Connection) -> dict[str, dict[str, Any]]:
    """Rows and SHA-256 of every table, the same on SQLite and PostgreSQL for the same rows."""
    found = {}
    for table in Base.metadata.sorted_tables:
        hashed, count = hashlib.sha256(), 0
        for rows in in_order(connection, table):
            count += len(rows)
            for row in rows:
                hashed.update(orjson.dumps(list(row), default=bytes.hex) + b"\n")
        found[str(table.name)] = {"rows": count, "sha256": hashed.hexdigest()}
    return found
