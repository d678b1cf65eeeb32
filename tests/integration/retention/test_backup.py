"""A backup holds everything that was acknowledged before it began, whole or not at all."""

from __future__ import annotations

import json
import os
import threading
import zipfile
from pathlib import Path

import flask
import pytest
from sqlalchemy import create_engine

from participation.class_sessions.models import ClassSession
from participation.database import sqlite_driver
from participation.extensions import db
from participation.retention import archive
from participation.retention.copying import digests
from participation.retention.restoring import unpack
from tests.factories.classes import body, new_uuid, point, road
from tests.integration.retention.conftest import Run


def members(file: Path) -> set[str]:
    with zipfile.ZipFile(file) as opened:
        return set(opened.namelist())


def stored_uuids(file: Path, tmp_path: Path) -> set[str]:
    """The responses in a backup."""
    found: set[str] = set()

    def look(database: Path, _manifest: archive.Manifest) -> None:
        connection = sqlite_driver.connect(database)
        found.update(row[0] for row in connection.execute("SELECT uuid FROM response"))
        connection.close()

    folder = tmp_path / "looked"
    folder.mkdir(exist_ok=True)
    unpack(file, folder, look)
    return found


def test_a_backup_says_what_it_holds(run: Run, filled: ClassSession, tmp_path: Path) -> None:
    file = tmp_path / "backup.zip"
    told = run("backup", file, "--json")
    assert told.exit_code == 0, told.stderr
    rows = json.loads(told.stdout)["rows"]
    assert rows["response"] == rows["mark"] == rows["person"] == 1
    assert rows["pupil"] == 3
    manifest = json.loads(zipfile.ZipFile(file).read("manifest.json"))
    assert manifest["store"] == db.engine.dialect.name
    assert len(manifest["tables"]["mark"]["sha256"]) == 64
    assert file.stat().st_mode & 0o077 == 0
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_the_secret_key_and_uploads_come_along(run: Run, app: flask.Flask, tmp_path: Path) -> None:
    folder = Path(app.config["DATA_DIR"])
    (folder / "secret_key").write_text("made earlier")
    (folder / "uploads" / "maps").mkdir(parents=True)
    (folder / "uploads" / "maps" / "plan.png").write_bytes(b"png")
    assert run("backup", tmp_path / "b.zip").exit_code == 0
    assert members(tmp_path / "b.zip") == {"manifest.json", "database.sqlite3", "secret_key", "uploads/maps/plan.png"}


def test_nothing_acknowledged_before_it_began_is_missing(
    run: Run, app: flask.Flask, filled: ClassSession, tmp_path: Path
) -> None:
    acknowledged: list[str] = []
    stop = threading.Event()
    content = body(filled, point(), road(), complete=True)

    def hand_in() -> None:
        client = app.test_client()
        while not stop.is_set():
            uuid = new_uuid()
            with app.app_context():
                if client.put(f"/api/responses/{uuid}", json=content).status_code == 201:
                    acknowledged.append(uuid)

    threads = [threading.Thread(target=hand_in) for _ in range(3)]
    for thread in threads:
        thread.start()
    try:
        for number in range(3):
            while len(acknowledged) < 15 * (number + 1):
                stop.wait(0.02)
            before = set(acknowledged)
            file = tmp_path / f"{number}.zip"
            told = run("backup", file)
            assert told.exit_code == 0, told.stderr
            assert before <= stored_uuids(file, tmp_path)
    finally:
        stop.set()
        for thread in threads:
            thread.join()


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_what_was_erased_is_not_in_the_backup(run: Run, filled: ClassSession, tmp_path: Path) -> None:
    from participation.database import writing
    from participation.responses.models import Mark, Response
    from participation.responses.services import erase

    with writing(db) as session:
        session.query(Mark).one().answers = '{"comment":"a sentence nobody may see again"}'
    with writing(db) as session:
        response = session.query(Response).one()
        erase(session, response.uuid, response)
    assert run("backup", tmp_path / "b.zip").exit_code == 0
    with zipfile.ZipFile(tmp_path / "b.zip") as opened:
        assert b"nobody may see again" not in opened.read("database.sqlite3")


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_a_full_disk_leaves_the_old_backup(
    run: Run, filled: ClassSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "b.zip"
    assert run("backup", file).exit_code == 0
    old = file.read_bytes()

    def no_space(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_space)
    told = run("backup", file)
    assert told.exit_code == 1
    assert "the disk is full" in told.stderr
    assert file.read_bytes() == old
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_a_place_that_cannot_be_written(run: Run, filled: ClassSession, tmp_path: Path) -> None:
    assert run("backup", tmp_path / "no" / "folder" / "b.zip").exit_code == 1
    assert run("backup", tmp_path).exit_code == 1
    assert run("backup").exit_code == 2


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_a_data_folder_without_a_database(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    told = run("backup", tmp_path / "b.zip", folder=tmp_path / "empty")
    assert told.exit_code == 1
    assert "LOKALKJENT_DATA_DIR" in told.stderr


def test_digests_are_the_same_on_both_stores(run: Run, filled: ClassSession, tmp_path: Path) -> None:
    before = digests(db.session.connection())
    assert run("backup", tmp_path / "b.zip").exit_code == 0
    found = {}

    def look(database: Path, _manifest: archive.Manifest) -> None:
        engine = create_engine(f"sqlite:///{database}", module=sqlite_driver)
        with engine.connect() as connection:
            found["backup"] = digests(connection)
        engine.dispose()

    (tmp_path / "looked").mkdir()
    unpack(tmp_path / "b.zip", tmp_path / "looked", look)
    assert found["backup"] == before
    assert archive.FORMAT == 1
