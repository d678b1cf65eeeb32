"""Bringing the database to the newest migration, never losing a row."""

from __future__ import annotations

import flask
from flask_babel import gettext as _
from sqlalchemy import inspect, text

from participation.config import MIGRATIONS
from participation.errors import Refused
from participation.extensions import db


def upgrade() -> None:
    """Make or upgrade the database; refused when a newer program has upgraded it already."""
    if at_head():
        return
    if newer := from_newer():
        raise Refused(newer)
    # Imported where something is to be done: few starts of the program have anything to upgrade.
    import flask_migrate

    migrations(flask.current_app)
    flask_migrate.upgrade()


def migrations(app: flask.Flask) -> None:
    """Make the migrations known to Alembic."""
    import flask_migrate

    flask_migrate.Migrate(app, db, directory=str(MIGRATIONS), render_as_batch=True)


def from_newer() -> str:
    """What to say where a newer program has upgraded the database already; empty where none has."""
    strange = revisions() - known_revisions()
    if not strange:
        return ""
    return _(
        "The database comes from a newer program (migration %(revision)s). Install that version.",
        revision=", ".join(sorted(strange)),
    )


def at_head() -> bool:
    """True when every migration has run."""
    return revisions() == {max(known_revisions())}


def revisions() -> set[str]:
    """The migrations the database is at; none before the first."""
    with db.engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return set()
        return set(connection.scalars(text("SELECT version_num FROM alembic_version")))


def known_revisions() -> set[str]:
    """Every migration of this program: the number that its file begins with, one after the other."""
    return {path.name.partition("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*.py")}
