"""The migrations build exactly the models, and run down and up again on a database with rows in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import flask
import flask_migrate
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import func, inspect, select

from participation import create_app
from participation.config import MIGRATIONS
from participation.database import Base
from participation.extensions import db
from participation.retention.copying import last_given
from participation.schema import at_head, known_revisions, upgrade
from tests.conftest import SETTINGS
from tests.factories.whole_store import fill

NAMED = ("revision", "down_revision")
SCRIPTS = ScriptDirectory(str(MIGRATIONS))


@pytest.fixture
def bare_app(request: pytest.FixtureRequest, store: str, tmp_path: Path) -> Iterator[flask.Flask]:
    """An application whose database has no tables."""
    overrides = {**SETTINGS, "DATA_DIR": tmp_path}
    if store == "postgresql":
        overrides["SQLALCHEMY_DATABASE_URI"] = request.getfixturevalue("postgresql").bare_database()
    app = create_app(overrides)
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def counts(names: set[str]) -> dict[str, int]:
    tables = [table for table in Base.metadata.sorted_tables if table.name in names]
    found = {table.name: db.session.scalar(select(func.count()).select_from(table)) or 0 for table in tables}
    db.session.remove()
    return found


def table_names() -> set[str]:
    found = set(inspect(db.engine).get_table_names()) - {"alembic_version"}
    db.session.remove()
    return found


def test_there_is_one_head() -> None:
    assert len(SCRIPTS.get_heads()) == 1


def test_a_migrations_file_is_named_by_its_revision() -> None:
    """So that a start of the program need not read them all to know whether any is to be run."""
    assert known_revisions() == {script.revision for script in SCRIPTS.walk_revisions()}
    assert [max(known_revisions())] == SCRIPTS.get_heads()


def test_the_migrations_stand_in_one_line() -> None:
    """Two that were written at the same time, each after the same one, would each be skipped where the other came first."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((MIGRATIONS / "versions").glob("*.py"))]
    told = {name: [re.findall(rf"^{name}\b[^=]*= [\"']?(\w+)", text, re.M) for text in texts] for name in NAMED}
    assert all(len(found) == 1 for of_all in told.values() for found in of_all)
    revisions, parents = ([found[0] for found in told[name]] for name in NAMED)
    assert len(set(revisions)) == len(revisions)
    assert len(set(parents)) == len(parents)
    assert set(parents) - set(revisions) == {"None"}


def test_the_migrations_build_the_models(bare_app: flask.Flask) -> None:
    upgrade()
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_no_id_is_given_twice(bare_app: flask.Flask) -> None:
    """PostgreSQL's sequences see to it; on SQLite a table that Alembic has rebuilt does so only where it is told to."""
    upgrade()
    fill()
    with db.engine.connect() as connection:
        tables = [table for table in Base.metadata.sorted_tables if table.autoincrement_column is not None]
        assert [table.name for table in tables if last_given(connection, table) is None] == []


def test_down_and_up_again_keeps_every_row(bare_app: flask.Flask) -> None:
    upgrade()
    fill()
    before = counts(table_names())
    assert all(before.values()), f"tests/factories/whole_store.py leaves tables empty: {before}"
    first = SCRIPTS.get_bases()[0]
    flask_migrate.downgrade(revision=first)
    kept = table_names()
    assert counts_of_kept(kept) == {name: before[name] for name in kept if name in before}
    upgrade()
    assert at_head()
    after = counts(table_names())
    assert {name: after[name] for name in kept if name in before} == {
        name: before[name] for name in kept if name in before
    }


def counts_of_kept(names: set[str]) -> dict[str, int]:
    """Counts by plain SQL: at an older revision the models do not fit."""
    with db.engine.connect() as connection:
        known = {table.name for table in Base.metadata.sorted_tables}
        return {
            name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one() for name in names & known
        }


def test_all_the_way_down_leaves_nothing(bare_app: flask.Flask) -> None:
    upgrade()
    flask_migrate.downgrade(revision="base")
    assert table_names() == set()
