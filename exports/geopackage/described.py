"""What is said of the fields of a table: their aliases, and the meaning of their codes (extension "schema")."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from exports.geopackage.fields import Field, Fields


def describe(connection: sqlite3.Connection, table: str, fields: Fields) -> None:
    """Keep every field's alias and code list."""
    for field in fields.fields:
        values = (table, field.name, field.alias, field.alias, _code_list(connection, table, field))
        connection.execute(
            "INSERT INTO gpkg_data_columns (table_name, column_name, name, title, constraint_name) VALUES (?, ?, ?, ?, ?)",
            values,
        )


def _code_list(connection: sqlite3.Connection, table: str, field: Field) -> str | None:
    if not field.codes:
        return None
    name = f"{table}_{field.name}".lower()
    _keep(connection, name, field.codes)
    return name


def _keep(connection: sqlite3.Connection, name: str, codes: Mapping[str, str]) -> None:
    connection.executemany(
        "INSERT INTO gpkg_data_column_constraints (constraint_name, constraint_type, value, description) "
        "VALUES (?, 'enum', ?, ?)",
        [(name, code, label) for code, label in codes.items()],
    )
