"""A backup is put back whole, on either database, with later erasures, and into an empty installation only."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from pathlib import Path

import flask
import pytest
from sqlalchemy import select

from participation import create_app
from participation.class_sessions.models import ClassSession
from participation.clock import now
from participation.database import writing
from participation.extensions import db
from participation.responses import services
from participation.responses.models import Response
from participation.retention.copying import digests
from participation.retention.rules import delete_responses
from tests.conftest import SETTINGS
from tests.factories.classes import body, new_uuid, point
from tests.factories.whole_store import make_response
from tests.integration.retention.conftest import Run

ON_SQLITE = pytest.mark.parametrize("store", ["sqlite"], indirect=True)


@pytest.fixture
def backup(run: Run, filled: ClassSession, tmp_path: Path) -> Path:
    file = tmp_path / "backup.zip"
    assert run("backup", file).exit_code == 0
    return file


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    folder = tmp_path / "empty"
    folder.mkdir()
    return folder


def rows_of(folder: Path, url: str | None = None) -> dict[str, dict[str, object]]:
    """Digests of an installation."""
    more = {"SQLALCHEMY_DATABASE_URI": url} if url else {}
    app = create_app({**SETTINGS, "DATA_DIR": folder, **more})
    with app.app_context():
        found = told_apart_from_the_log()
        db.session.remove()
        db.engine.dispose()
    return found


def told_apart_from_the_log() -> dict[str, dict[str, object]]:
    """Digests of all but the log, which tells of each backup and each restore."""
    return {name: told for name, told in digests(db.session.connection()).items() if name != "audit_entry"}


@pytest.mark.parametrize("onto", ["sqlite", "postgresql"])
def test_everything_is_there_again(
    run: Run, backup: Path, empty: Path, onto: str, request: pytest.FixtureRequest
) -> None:
    url = request.getfixturevalue("postgresql").bare_database() if onto == "postgresql" else ""
    before = told_apart_from_the_log()
    told = run("restore", backup, "--json", folder=empty, url=url)
    assert told.exit_code == 0, told.stderr
    assert json.loads(told.stdout)["rows"]["response"] == 1
    assert rows_of(empty, url) == before
    verified = run("verify", folder=empty, url=url)
    assert verified.exit_code == 0, verified.stderr


@pytest.mark.parametrize("onto", ["sqlite", "postgresql"])
def test_a_restored_store_takes_new_rows(
    run: Run, filled: ClassSession, empty: Path, tmp_path: Path, onto: str, request: pytest.FixtureRequest
) -> None:
    """Under numbers that nobody had, those who were erased before the backup included."""
    url = request.getfixturevalue("postgresql").bare_database() if onto == "postgresql" else ""
    content = body(filled, point(), complete=True)
    with writing(db) as session:
        erased = make_response(session.get_one(ClassSession, filled.id))
        session.add(erased)
        session.flush()
        number = erased.id
        session.delete(erased)
    assert run("backup", tmp_path / "backup.zip").exit_code == 0
    assert run("restore", tmp_path / "backup.zip", folder=empty, url=url).exit_code == 0
    more = {"SQLALCHEMY_DATABASE_URI": url} if url else {}
    app = create_app({**SETTINGS, "DATA_DIR": empty, **more})
    with app.app_context():
        uuid = new_uuid()
        answer = app.test_client().put(f"/api/responses/{uuid}", json=content)
        assert answer.status_code == 201
        assert db.session.scalar(select(Response.id).where(Response.uuid == uuid)) == number + 1
        db.session.remove()
        db.engine.dispose()


@ON_SQLITE
def test_the_secret_key_and_uploads_are_there_again(run: Run, app: flask.Flask, empty: Path, tmp_path: Path) -> None:
    folder = Path(app.config["DATA_DIR"])
    (folder / "secret_key").write_text("made earlier")
    (folder / "uploads").mkdir()
    (folder / "uploads" / "plan.png").write_bytes(b"png")
    assert run("backup", tmp_path / "b.zip").exit_code == 0
    assert run("restore", tmp_path / "b.zip", folder=empty).exit_code == 0
    assert (empty / "secret_key").read_text() == "made earlier"
    assert (empty / "secret_key").stat().st_mode & 0o077 == 0
    assert (empty / "uploads" / "plan.png").read_bytes() == b"png"


def test_what_was_erased_after_the_backup_stays_erased(
    run: Run, app: flask.Flask, backup: Path, empty: Path, filled: ClassSession
) -> None:
    with writing(db) as session:
        response = session.query(Response).one()
        erased = response.uuid
        services.erase(session, erased, response)
    services.log_erasures()
    log = Path(app.config["DATA_DIR"]) / "erasures.jsonl"
    shutil.copy(log, empty / "erasures.jsonl")
    told = run("restore", backup, "--json", folder=empty)
    assert told.exit_code == 0, told.stderr
    assert json.loads(told.stdout)["erased_again"] == 1
    content = body(filled, point(), complete=True)
    found = create_app({**SETTINGS, "DATA_DIR": empty})
    with found.app_context():
        assert db.session.query(Response).count() == 0
        answer = found.test_client().put(f"/api/responses/{erased}", json=content)
        assert answer.status_code == 410
        db.session.remove()
        db.engine.dispose()


@ON_SQLITE
def test_what_was_corrected_does_not_come_back_when_only_the_correction_was_there_to_erase(
    run: Run, app: flask.Flask, filled: ClassSession, empty: Path, tmp_path: Path
) -> None:
    with writing(db) as session:
        old = session.query(Response).one()
        new = make_response(session.get_one(ClassSession, filled.id))
        session.add(new)
        session.flush()
        old.replaced_by_id, new.corrects_id = new.id, old.id
    assert run("backup", tmp_path / "b.zip").exit_code == 0
    with writing(db) as session:
        delete_responses(session, [session.query(Response.id).order_by(Response.id).first()[0]], now())
    with writing(db) as session:
        services.erase_by_uuid(session, session.query(Response).one().uuid, filled.pupils[0].id)
    services.log_erasures()
    told = run(
        "restore",
        tmp_path / "b.zip",
        "--erasures",
        Path(app.config["DATA_DIR"]) / "erasures.jsonl",
        "--json",
        folder=empty,
    )
    assert json.loads(told.stdout)["erased_again"] == 2
    assert rows_of(empty)["response"]["rows"] == 0


@ON_SQLITE
def test_erasures_from_a_file_kept_elsewhere(run: Run, app: flask.Flask, backup: Path, empty: Path) -> None:
    with writing(db) as session:
        response = session.query(Response).one()
        services.erase(session, response.uuid, response)
    services.log_erasures()
    log = Path(app.config["DATA_DIR"]) / "erasures.jsonl"
    log.write_bytes(log.read_bytes() + b'{"uuid_hash": "torn')
    told = run("restore", backup, "--erasures", log, "--json", folder=empty)
    assert json.loads(told.stdout)["erased_again"] == 1
    assert b"uuid_hash" in (empty / "erasures.jsonl").read_bytes()
    log.write_bytes(b"not json\n" + log.read_bytes())
    again = run("restore", backup, "--erasures", log, folder=empty.parent / "third")
    assert again.exit_code == 1
    assert "line 1" in again.stderr


@ON_SQLITE
@pytest.mark.parametrize("torn", [b'{"uuid_hash": "to', b"{", b'{"uuid_hash": "no new line", "receipt_hash": null}'])
def test_a_torn_line_neither_stops_an_erasure_nor_takes_one_with_it(
    app: flask.Flask, filled: ClassSession, torn: bytes
) -> None:
    log = Path(app.config["DATA_DIR"]) / "erasures.jsonl"
    with writing(db) as session:
        response = session.query(Response).one()
        services.erase(session, response.uuid, response)
    services.log_erasures()
    whole = log.read_bytes()
    log.write_bytes(whole[:-30])

    services.log_erasures()
    assert log.read_bytes() == whole
    log.write_bytes(torn)
    services.log_erasures()
    before = torn + b"\n" if torn.endswith(b"}") else b""
    assert log.read_bytes() == before + whole


def test_a_store_with_rows_is_refused(run: Run, backup: Path, filled: ClassSession) -> None:
    before = told_apart_from_the_log()
    told = run("restore", backup)
    assert told.exit_code == 1
    assert "rows" in told.stderr
    assert told_apart_from_the_log() == before


@ON_SQLITE
def test_an_empty_database_may_be_there(run: Run, backup: Path, sqlite_template: Path, empty: Path) -> None:
    shutil.copytree(sqlite_template, empty, dirs_exist_ok=True)
    assert run("restore", backup, folder=empty).exit_code == 0
    assert rows_of(empty)["response"]["rows"] == 1


def damaged(backup: Path, how: str) -> bytes:
    content = bytearray(backup.read_bytes())
    if how == "torn":
        return bytes(content[: len(content) // 2])
    if how == "a bit flipped":
        content[len(content) // 2] ^= 1
        return bytes(content)
    if how == "no backup":
        return b"PK\x03\x04 nothing of the kind"
    return b""


@ON_SQLITE
@pytest.mark.parametrize("how", ["torn", "a bit flipped", "no backup", "empty"])
def test_a_damaged_backup_changes_nothing(run: Run, backup: Path, empty: Path, how: str) -> None:
    backup.write_bytes(damaged(backup, how))
    told = run("restore", backup, folder=empty)
    assert told.exit_code == 1
    assert told.stderr.strip()
    assert "Traceback" not in told.stderr
    assert list(empty.iterdir()) == []


def rewritten(backup: Path, name: str, content: bytes) -> None:
    with zipfile.ZipFile(backup) as opened:
        members = {member: opened.read(member) for member in opened.namelist()}
    members[name] = content
    with zipfile.ZipFile(backup, "w") as archive:
        for member, data in members.items():
            archive.writestr(member, data)


@ON_SQLITE
def test_a_manifest_that_does_not_fit_changes_nothing(run: Run, backup: Path, empty: Path) -> None:
    manifest = json.loads(zipfile.ZipFile(backup).read("manifest.json"))
    for wrong in (
        {**manifest, "format": 99},
        {**manifest, "revision": "from the future"},
        {**manifest, "tables": {**manifest["tables"], "mark": {"rows": 7, "sha256": "0"}}},
        {**manifest, "files": {**manifest["files"], "../../evil": "0"}},
        {"format": 1},
    ):
        rewritten(backup, "manifest.json", json.dumps(wrong).encode())
        told = run("restore", backup, folder=empty)
        assert told.exit_code == 1, wrong
        assert list(empty.iterdir()) == []


@ON_SQLITE
def test_a_full_disk_leaves_the_folder_as_it_was(
    run: Run, backup: Path, empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_space(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_space)
    told = run("restore", backup, folder=empty)
    assert told.exit_code == 1
    assert "the disk is full" in told.stderr
    assert list(empty.iterdir()) == []


@ON_SQLITE
def test_a_correction_and_what_it_replaces_come_back(
    run: Run, filled: ClassSession, empty: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    with writing(db) as session:
        old = session.query(Response).one()
        new = make_response(session.get_one(ClassSession, filled.id))
        session.add(new)
        session.flush()
        old.replaced_by_id, new.corrects_id = new.id, old.id
    before = told_apart_from_the_log()
    assert run("backup", tmp_path / "b.zip").exit_code == 0
    url = request.getfixturevalue("postgresql").bare_database()
    told = run("restore", tmp_path / "b.zip", folder=empty, url=url)
    assert told.exit_code == 0, told.stderr
    assert rows_of(empty, url) == before
