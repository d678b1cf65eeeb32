"""Putting a backup back: into an empty installation only, and either whole or not at all."""

from __future__ import annotations

import os
import tempfile
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from flask_babel import gettext as _
from sqlalchemy import create_engine, func, inspect, select

from participation.database import Base, engine_options, sqlite_driver
from participation.errors import Refused
from participation.retention import archive, snapshot
from participation.retention.archive import Manifest
from participation.schema import known_revisions


def database_has_rows(url: str) -> bool:
    """True when any table of the database at `url` has a row; a SQLite file is never made by asking."""
    if url.startswith("sqlite"):
        path = Path(url.removeprefix("sqlite:///"))
        return path.exists() and _file_has_rows(path)
    engine = create_engine(url, **engine_options(url))
    try:
        with engine.connect() as connection:
            there = set(inspect(connection).get_table_names())
            tables = [table for table in Base.metadata.sorted_tables if table.name in there]
            return any(connection.scalar(select(func.count()).select_from(table)) for table in tables)
    finally:
        engine.dispose()


def _file_has_rows(path: Path) -> bool:
    try:
        with closing(sqlite_driver.connect(path)) as connection:
            names = [
                name
                for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
                if name != "alembic_version" and not name.startswith("sqlite_")
            ]
            return any(connection.execute(f'SELECT 1 FROM "{name}" LIMIT 1').fetchone() for name in names)  # noqa: S608
    except sqlite_driver.DatabaseError as wrong:
        message = _(
            "%(path)s is there and is no database that can be read (%(why)s). Move it away first.", path=path, why=wrong
        )
        raise Refused(message) from wrong


def unpack(path: Path, folder: Path, prepare: Callable[[Path, Manifest], None]) -> Manifest:
    """Unpack the backup into the data `folder`, beside whatever database is used.

    `prepare` gets the checked snapshot; it upgrades the snapshot, replays erasures and puts it in its
    place. Files get their names only after that, so a failure leaves the folder as it was.
    """
    with (
        archive.opened(path) as (opened, manifest),
        tempfile.TemporaryDirectory(prefix=".restore-", dir=folder) as working,
    ):
        for name in manifest.files:
            archive.extract(opened, manifest, name, Path(working) / name)
        database = Path(working) / archive.DATABASE
        check_snapshot(database, manifest)
        prepare(database, manifest)
        for name in manifest.files:
            if name != archive.DATABASE:
                target = folder / name
                target.parent.mkdir(parents=True, exist_ok=True)
                (Path(working) / name).replace(target)
        archive.sync_folder(folder)
    return manifest


def check_snapshot(database: Path, manifest: Manifest) -> None:
    """Refused when the snapshot is not what the manifest says or comes from a newer program."""
    try:
        snapshot.check(database)
        same = snapshot.table_digests(database) == manifest.tables
    except sqlite_driver.DatabaseError as wrong:
        raise zipfile.BadZipFile(_("its database cannot be read: %(why)s", why=wrong)) from wrong
    if not same:
        raise zipfile.BadZipFile(_("its tables are not what the manifest says"))
    if manifest.revision and not set(manifest.revision.split(",")) <= known_revisions():
        message = _(
            "The backup comes from a newer program (migration %(revision)s). Install that version, then restore.",
            revision=manifest.revision,
        )
        raise Refused(message)


def put_in_place(database: Path, target: Path) -> None:
    """Make the snapshot the store's SQLite file, instead of the empty one that may be there."""
    with database.open("rb") as file:
        os.fsync(file.fileno())
    for suffix in ("-wal", "-shm", "-journal"):
        target.with_name(target.name + suffix).unlink(missing_ok=True)
    database.replace(target)
    archive.sync_folder(target.parent)
