"""`verify` notices what is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import flask
import pytest
from sqlalchemy import text

from participation.class_sessions.models import ClassSession
from participation.database import writing
from participation.extensions import db
from tests.integration.retention.conftest import Run

ON_SQLITE = pytest.mark.parametrize("store", ["sqlite"], indirect=True)


def test_a_store_in_order(run: Run, filled: ClassSession) -> None:
    told = run("verify", "--json")
    assert told.exit_code == 0, told.stderr
    found = json.loads(told.stdout)
    assert found["ok"] is True
    assert found["rows"]["mark"] == 1


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ("UPDATE response SET answers = '{'", "answers of response"),
        ("UPDATE mark SET answers = '[]'", "answers of mark"),
        ("UPDATE mark SET geometry = 'POINT(1 2)'", "geometry of mark"),
        ('UPDATE mark SET geometry = \'{"type":"Point","coordinates":[500,60]}\'', "geometry of mark"),
        ("UPDATE mark SET west = 1", "box of mark"),
        ("UPDATE response SET questionnaire_version = 9", "answer version 9"),
        ("UPDATE questionnaire_version SET document = '{}'", "questionnaire cannot be read"),
        ("UPDATE pupil SET code_hash = 'x' || id", "secret key"),
        ("UPDATE alembic_version SET version_num = '0001'", "newest migration"),
        ("UPDATE alembic_version SET version_num = '9999'", "newer program (migration 9999)"),
    ],
)
def test_what_is_wrong_is_told(run: Run, filled: ClassSession, change: str, part: str) -> None:
    before = ""
    if "alembic" in change:
        before = db.session.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
    with writing(db) as session:
        session.execute(text(change.replace(":", "\\:")))
    told = run("verify")
    if before:
        with writing(db) as session:
            session.execute(text("UPDATE alembic_version SET version_num = :before"), {"before": before})
    assert told.exit_code == 1
    assert part in told.stderr
    assert "Traceback" not in told.stderr


@ON_SQLITE
def test_a_row_without_its_parent(run: Run, filled: ClassSession) -> None:
    with db.engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute("ROLLBACK") if raw.in_transaction else None
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute("DELETE FROM response")
        raw.execute("PRAGMA foreign_keys = ON")
    told = run("verify")
    assert told.exit_code == 1
    assert "One row of mark points" in told.stderr


@ON_SQLITE
def test_a_damaged_file(run: Run, app: flask.Flask, filled: ClassSession) -> None:
    path = Path(app.config["DATA_DIR"]) / "lokalkjent.sqlite3"
    db.session.remove()
    db.engine.dispose()
    content = bytearray(path.read_bytes())
    for place in range(8192, len(content), 4096):
        content[place : place + 200] = b"\xff" * 200
    path.write_bytes(content)
    told = run("verify")
    assert told.exit_code == 1
    assert told.stderr.strip()
    assert "Traceback" not in told.stderr


@ON_SQLITE
def test_no_database(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert run("verify", folder=tmp_path / "empty").exit_code == 1
    assert not (tmp_path / "empty" / "lokalkjent.sqlite3").exists()


def test_a_log_that_somebody_has_changed(run: Run, filled: ClassSession) -> None:
    told = json.loads(run("verify", "--json").stdout)
    assert (told["log"]["entries"], len(told["log"]["seal"])) == (1, 64)
    guard = "ALTER TABLE audit_entry DISABLE TRIGGER USER"
    with writing(db) as session:
        session.execute(text("DROP TRIGGER audit_entry_update" if db.engine.dialect.name == "sqlite" else guard))
        session.execute(text("UPDATE audit_entry SET actor = 'nobody@example.no'"))
        if db.engine.dialect.name == "postgresql":
            session.execute(text("ALTER TABLE audit_entry ENABLE TRIGGER USER"))
    found = run("verify")
    assert found.exit_code == 1
    assert "The log is broken: entry 1" in found.stderr
