"""A consistent picture of the database as one SQLite file, taken while the server works."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask_babel import gettext as _
from sqlalchemy import Engine, create_engine

from participation.config import MIGRATIONS, PREFIX
from participation.database import Base, sqlite_driver
from participation.errors import Refused
from participation.extensions import db
from participation.retention.copying import copy_rows
from participation.schema import at_head, from_newer


def sqlite_path() -> Path | None:
    """The store's file, None when the store is PostgreSQL; refused when the file is not there."""
    if db.engine.dialect.name != "sqlite":
        return None
    path = Path(db.engine.url.database or "")
    if not path.is_file():
        raise Refused(_("There is no database %(path)s. Is %(setting)s right?", path=path, setting=f"{PREFIX}DATA_DIR"))
    return path


def take(target: Path) -> None:
    """Write the picture to `target`: everything that was acknowledged before this call is in it."""
    path = sqlite_path()
    if path is None:
        if not at_head():
            behind = _("The database is not at this program's newest migration. Start the program once, then back up.")
            raise Refused(from_newer() or behind)
        _take_from_postgresql(target)
        return
    # VACUUM INTO reads in one transaction beside the writers, and leaves out what was deleted.
    with closing(sqlite_driver.connect(path, timeout=60, isolation_level=None)) as connection:
        connection.execute("VACUUM INTO ?", (str(target),))


def _take_from_postgresql(target: Path) -> None:
    with engine(target) as made:
        Base.metadata.create_all(made)
        steady = db.engine.execution_options(isolation_level="REPEATABLE READ")
        with steady.connect() as source, made.begin() as connection:
            copy_rows(source, connection)
            context = MigrationContext.configure(connection)
            context.stamp(ScriptDirectory(str(MIGRATIONS)), "head")


@contextmanager
def engine(path: Path) -> Iterator[Engine]:
    """An engine for a snapshot, whose connections are all closed at the end."""
    made = create_engine(f"sqlite:///{path}", module=sqlite_driver)
    try:
        yield made
    finally:
        made.dispose()


def revision(path: Path) -> str:
    """The snapshot's migration; empty when it has none."""
    with engine(path) as made, made.connect() as connection:
        return ",".join(MigrationContext.configure(connection).get_current_heads())


def check(path: Path) -> None:
    """Refused when SQLite finds a fault in the snapshot."""
    with closing(sqlite_driver.connect(path)) as connection:
        faults = [row[0] for row in connection.execute("PRAGMA integrity_check(20)")]
        if faults != ["ok"]:
            raise Refused(_("The database is damaged: %(faults)s", faults="; ".join(faults)[:500]))


def table_digests(path: Path) -> dict[str, dict[str, Any]]:
    """Rows and SHA-256 of every table of a snapshot, whatever its revision."""
    found: dict[str, dict[str, Any]] = {}
    with closing(sqlite_driver.connect(path)) as connection:
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
        ).fetchall():
            columns = connection.execute(f'PRAGMA table_info("{name}")').fetchall()
            key = ", ".join(f'"{column[1]}"' for column in columns if column[5]) or "1"
            hashed, count = hashlib.sha256(repr([column[1] for column in columns]).encode()), 0
            for row in connection.execute(f'SELECT * FROM "{name}" ORDER BY {key}'):  # noqa: S608
                hashed.update(repr(row).encode())
                count += 1
            found[name] = {"rows": count, "sha256": hashed.hexdigest()}
    return found
