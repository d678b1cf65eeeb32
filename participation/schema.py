"""Bringing the database to the newest migration, never losing a row."""

from __future__ import annotations

import flask_migrate
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from participation.config import MIGRATIONS
from participation.extensions import db


def upgrade() -> None:
    """Make or upgrade the database."""
    if not at_head():
        flask_migrate.upgrade()


def at_head() -> bool:
    """True when every migration has run."""
    with db.engine.connect() as connection:
        heads = MigrationContext.configure(connection).get_current_heads()
    return set(heads) == set(ScriptDirectory(str(MIGRATIONS)).get_heads())
