"""Bringing the database to the newest migration, never losing a row."""

from __future__ import annotations

import flask_migrate
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask_babel import gettext as _

from participation.config import MIGRATIONS
from participation.errors import Refused
from participation.extensions import db


def upgrade() -> None:
    """Make or upgrade the database; refused when a newer program has upgraded it already."""
    if at_head():
        return
    strange = revisions() - known_revisions()
    if strange:
        message = _(
            "The database comes from a newer program (migration %(revision)s). Install that version.",
            revision=", ".join(sorted(strange)),
        )
        raise Refused(message)
    flask_migrate.upgrade()


def at_head() -> bool:
    """True when every migration has run."""
    return revisions() == set(ScriptDirectory(str(MIGRATIONS)).get_heads())


def revisions() -> set[str]:
    """The migrations the database is at; none before the first."""
    with db.engine.connect() as connection:
        return set(MigrationContext.configure(connection).get_current_heads())


def known_revisions() -> set[str]:
    """Every migration of this program."""
    return {script.revision for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions()}
