"""Statements written out once and run on the driver's own cursor: for the few on the way of every hand-in.

SQLAlchemy's own execution costs such a statement several times what the store itself needs. The SQL, the conversion of
values and the errors are still SQLAlchemy's; transactions are begun and ended by its connection as always.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Dialect, Select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql import ClauseElement
from sqlalchemy.types import TypeEngine

from participation.database import refuse_undeclared

Convert = Callable[[Any], Any]
Conversions = list[tuple[int, Convert]]
Values = Mapping[str, Any]


class Prepared:
    """One statement, for any number of connections and dialects. Every value it binds is given by name when it is run."""

    def __init__(self, statement: ClauseElement, columns: Iterable[str] | None = None) -> None:
        """`columns`: which an INSERT gives, when not all."""
        self.statement = statement
        self.columns = columns
        self.written: dict[str, _Written] = {}

    def first(self, connection: Connection, values: Values) -> Any:
        """The first row, a named tuple; or None."""
        return next(iter(self.rows(connection, values)), None)

    def rows(self, connection: Connection, values: Values) -> list[Any]:
        """Every row, named tuples."""
        written = self._for(connection)
        return written.told(written.carried_out(connection, "execute", written.bound(values)))

    def run(self, connection: Connection, values: Iterable[Values]) -> None:
        """Run it once for each of `values`; it gives no rows."""
        written = self._for(connection)
        written.carried_out(connection, "executemany", [written.bound(each) for each in values])

    def _for(self, connection: Connection) -> _Written:
        name = connection.dialect.name
        if name not in self.written:
            self.written[name] = _Written(self.statement, self.columns, connection.dialect)
        return self.written[name]


class _Written:
    """The statement in one dialect."""

    def __init__(self, statement: ClauseElement, columns: Iterable[str] | None, dialect: Dialect) -> None:
        compiled: Any = statement.compile(dialect=dialect, column_keys=None if columns is None else list(columns))
        self.sql = str(compiled)
        self.dialect = dialect
        self.constants = {name: value for name, value in compiled.params.items() if value is not None}
        types = {name: bind.type for bind, name in compiled.bind_names.items()}
        self.names = list(compiled.positiontup or types)
        self.form: Callable[[list[Any]], Any] = (
            list if compiled.positional else lambda bound: dict(zip(self.names, bound, strict=True))
        )
        self.into = [(place, each) for place, name in enumerate(self.names) if (each := _into(types[name], dialect))]
        self.told_of = list(statement.selected_columns if isinstance(statement, Select) else compiled.returning or ())
        self.row = namedtuple("row", [column.name for column in self.told_of])  # type: ignore[misc]
        self.out: Conversions | None = None

    def bound(self, values: Values) -> Any:
        """What the driver gets, in its own form."""
        given = {**self.constants, **values} if self.constants else values
        return self.form(_converted([given[name] for name in self.names], self.into))

    def told(self, cursor: Any) -> list[Any]:
        """The rows of `cursor` as named tuples of Python values."""
        if self.out is None:
            self.out = self._conversions(cursor.description)
        return [self.row(*_converted(list(found), self.out)) for found in cursor.fetchall()]

    def _conversions(self, description: Sequence[Any]) -> Conversions:
        both = enumerate(zip(self.told_of, description, strict=True))
        found = [(place, _out_of(column.type, self.dialect, told[1])) for place, (column, told) in both]
        return [(place, convert) for place, convert in found if convert]

    def carried_out(self, connection: Connection, way: str, bound: Any) -> Any:
        """A cursor on which it was run; problems are SQLAlchemy's own exceptions."""
        if not connection.in_transaction():
            connection.begin()
        refuse_undeclared(connection, self.sql)
        cursor = connection.connection.cursor()
        try:
            getattr(cursor, way)(self.sql, bound)
        except self.dialect.loaded_dbapi.Error as problem:
            raise DBAPIError.instance(
                self.sql, None, problem, self.dialect.loaded_dbapi.Error, dialect=self.dialect
            ) from problem
        return cursor


def _converted(values: list[Any], conversions: Conversions) -> list[Any]:
    for place, convert in conversions:
        values[place] = convert(values[place])
    return values


def _into(kind: TypeEngine[Any], dialect: Dialect) -> Convert | None:
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _out_of(kind: TypeEngine[Any], dialect: Dialect, told: object) -> Convert | None:
    # `told`: the driver's own name of the column's type.
    return kind.dialect_impl(dialect).result_processor(dialect, told)
