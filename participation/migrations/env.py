"""Alembic's entry. On SQLite, tables are rebuilt with foreign keys off, and checked afterwards: with them on, a
rebuild cascades the deletion of every child row."""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection

from participation import database
from participation.database import Base
from participation.extensions import db


def run(connection: Connection) -> None:
    context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True, compare_type=True)
    with context.begin_transaction():
        context.run_migrations()


def migrate() -> None:
    token = database._mode.set("write")
    try:
        if db.engine.dialect.name != "sqlite":
            with db.engine.connect() as connection:
                run(connection)
            return
        with db.engine.connect() as connection:
            raw = connection.connection.driver_connection
            raw.execute("PRAGMA foreign_keys = OFF")
            try:
                run(connection)
                broken = raw.execute("PRAGMA foreign_key_check").fetchall()
                if broken:
                    raise RuntimeError(f"A migration left rows without their parent: {broken[:5]}")
            finally:
                raw.execute("PRAGMA foreign_keys = ON")
    finally:
        database._mode.reset(token)


migrate()
