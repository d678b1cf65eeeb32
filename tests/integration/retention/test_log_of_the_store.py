"""A backup and a restore stand in the log; a restored log goes on from the backup's, and is whole."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from sqlalchemy import create_engine, select
from sqlalchemy.exc import OperationalError

from participation.audit.acts import Act
from participation.audit.models import AuditEntry
from participation.audit.services import COMMAND_LINE
from participation.class_sessions.models import ClassSession
from participation.commands import backup as backing_up
from participation.extensions import db
from tests.integration.retention.conftest import Run

STORE = "lokalkjent.sqlite3"
TOLD = (AuditEntry.id, AuditEntry.actor, AuditEntry.act, AuditEntry.asked, AuditEntry.count)


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    folder = tmp_path / "empty"
    folder.mkdir()
    return folder


def test_a_backup_is_logged_without_its_path(
    run: Run, filled: ClassSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "backup-robot")
    assert run("backup", tmp_path / "natt.zip").exit_code == 0
    entry = db.session.scalars(select(AuditEntry).order_by(AuditEntry.id.desc())).first()
    assert entry is not None and (entry.actor, entry.act) == (COMMAND_LINE, Act.BACKED_UP.value)
    assert parse_qs(entry.asked) == {"user": ["backup-robot"], "file": ["natt.zip"]}
    assert entry.count and entry.count > 10
    assert str(tmp_path) not in entry.asked


@pytest.mark.parametrize("onto", ["sqlite", "postgresql"])
def test_a_restored_log_goes_on_and_is_whole(
    run: Run, filled: ClassSession, tmp_path: Path, empty: Path, onto: str, request: pytest.FixtureRequest
) -> None:
    url = request.getfixturevalue("postgresql").bare_database() if onto == "postgresql" else ""
    before = [entry.hash for entry in db.session.scalars(select(AuditEntry).order_by(AuditEntry.id))]
    assert run("backup", tmp_path / "natt.zip").exit_code == 0
    assert run("restore", tmp_path / "natt.zip", folder=empty, url=url).exit_code == 0
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://") or f"sqlite:///{empty / STORE}")
    with engine.connect() as connection:
        hashes = connection.scalars(select(AuditEntry.hash).order_by(AuditEntry.id)).all()
        last = connection.execute(select(*TOLD).order_by(AuditEntry.id.desc())).first()
    engine.dispose()
    assert hashes[:-1] == before
    assert last and (last.actor, last.act) == (COMMAND_LINE, Act.RESTORED.value)
    assert parse_qs(last.asked)["file"] == ["natt.zip"] and "made_at" in parse_qs(last.asked)
    verified = run("verify", "--json", folder=empty, url=url)
    assert verified.exit_code == 0, verified.stderr
    assert json.loads(verified.stdout)["log"]["entries"] == len(before) + 1


def test_a_log_that_takes_nothing_in_stops_no_backup(
    run: Run, filled: ClassSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_values: object) -> None:
        raise OperationalError("INSERT", {}, Exception("disk is full"))

    monkeypatch.setattr(backing_up, "logged", full)
    told = run("backup", tmp_path / "natt.zip", "--json")
    assert told.exit_code == 0
    assert "the log could not be written" in told.stderr
    assert (tmp_path / "natt.zip").exists() and json.loads(told.stdout)["bytes"]
