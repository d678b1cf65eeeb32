"""SQLAlchemy's two dialects, one of each for all engines of this process: what each test's engine would find out anew is kept.

Statements stay compiled, and connections to PostgreSQL open, whose process there would have to get to know the tables again.
"""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from typing import Any

import psycopg
from psycopg.pq import TransactionStatus
from sqlalchemy import Connection, Engine
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine.default import DefaultDialect


class Kept(DefaultDialect):
    """A dialect that is made once, asks its server who it is once, and gives all its engines one store of statements."""

    _only: Kept | None = None
    _statements: dict[Any, Any]

    def __new__(cls, **_given: Any) -> Kept:
        if cls._only is None:
            cls._only, cls._statements = super().__new__(cls), {}
        return cls._only

    def __init__(self, **given: Any) -> None:
        if "dbapi" not in vars(self):
            self._asked = False
            super().__init__(**given)

    def initialize(self, connection: Connection) -> None:
        if not self._asked:
            super().initialize(connection)
            self._asked = True

    @classmethod
    def engine_created(cls, engine: Engine) -> None:
        engine._compiled_cache = cls._statements


class KeptSQLite(Kept, SQLiteDialect_pysqlite):
    supports_statement_cache = True


class KeptPostgreSQL(Kept, PGDialect_psycopg):
    """Connections that an engine is through with are the next one's, as if they were new."""

    supports_statement_cache = True

    def __init__(self, **given: Any) -> None:
        self._open: dict[str, list[Any]] = vars(self).get("_open") or defaultdict(list)
        super().__init__(**given)

    def connect(self, *given: Any, **named: Any) -> Any:
        with suppress(IndexError):
            return self._open[named["dbname"]].pop()
        return super().connect(*given, **named)

    def on_connect(self) -> None:
        """Nothing: what SQLAlchemy adds here would be added again and again."""

    def do_close(self, dbapi_connection: Any) -> None:
        connection: psycopg.Connection[Any] = dbapi_connection
        if connection.info.transaction_status == TransactionStatus.IDLE:
            connection.autocommit, connection.isolation_level = False, None
            self._open[connection.info.dbname].append(connection)
        else:
            super().do_close(connection)


def keep_dialects() -> None:
    """For every engine of this process from now on."""
    registry.register("sqlite", __name__, "KeptSQLite")
    registry.register("postgresql.psycopg", __name__, "KeptPostgreSQL")
