"""A token revoked after the backup was made is worth nothing in what is restored."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import flask
import pytest

from participation import create_app, remembered
from participation.class_sessions.models import ClassSession
from participation.extensions import db
from participation.tokens import queries
from tests.conftest import SETTINGS
from tests.factories.cast import make_cast
from tests.factories.tokens import make_token
from tests.factories.undoing import undo_offered
from tests.integration.retention.conftest import Run


@pytest.fixture
def secrets(app: flask.Flask, run: Run, filled: ClassSession, tmp_path: Path) -> list[str]:
    """Of three tokens that worked when the backup `b.zip` was made."""
    made = [make_token(filled.activity.project) for _number in range(3)]
    assert run("backup", tmp_path / "b.zip").exit_code == 0
    return made


def numbers(secrets: list[str]) -> list[int]:
    db.session.rollback()
    found = (queries.token_with(db.session(), secret) for secret in secrets)
    return [token.id for token in found if token]


@contextmanager
def installation(folder: Path, url: str) -> Iterator[None]:
    app = create_app({**SETTINGS, "DATA_DIR": folder, **({"SQLALCHEMY_DATABASE_URI": url} if url else {})})
    with app.app_context():
        yield
        db.session.remove()
        db.engine.dispose()


def working(folder: Path, url: str, secrets: list[str]) -> list[bool]:
    with installation(folder, url):
        return [queries.token_for(db.session(), secret) is not None for secret in secrets]


def restored(run: Run, app: flask.Flask, tmp_path: Path, name: str, url: str = "") -> Any:
    """What restoring into the folder of this name tells, with the log of this installation there."""
    folder = tmp_path / name
    folder.mkdir()
    shutil.copy(Path(app.config["DATA_DIR"]) / remembered.NAME, folder)
    told = run("restore", tmp_path / "b.zip", "--json", folder=folder, url=url)
    assert told.exit_code == 0, told.stderr
    return json.loads(told.stdout)


@pytest.mark.parametrize("onto", ["sqlite", "postgresql"])
def test_what_was_revoked_after_the_backup_stays_revoked(
    run: Run, app: flask.Flask, secrets: list[str], tmp_path: Path, onto: str, request: pytest.FixtureRequest
) -> None:
    url = request.getfixturevalue("postgresql").bare_database() if onto == "postgresql" else ""
    cast, project = make_cast(app), f"/projects/{slug()}/tokens"
    on_screen, by_command, _kept = numbers(secrets)
    assert cast.planner.post(f"{project}/{on_screen}/revoke").status_code == 302
    assert run("token", "revoke", by_command, "--project", slug()).exit_code == 0
    assert restored(run, app, tmp_path, "new", url)["revoked_again"] == 2
    assert working(tmp_path / "new", url, secrets) == [False, False, True]


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_the_new_installation_remembers_for_the_next_restore(
    run: Run, app: flask.Flask, secrets: list[str], tmp_path: Path
) -> None:
    assert run("token", "revoke", numbers(secrets)[0], "--project", slug()).exit_code == 0
    own = Path(app.config["DATA_DIR"]) / remembered.NAME
    told = run("restore", tmp_path / "b.zip", "--erasures", own, "--json", folder=tmp_path / "new")
    assert json.loads(told.stdout)["revoked_again"] == 1
    assert own.read_bytes().strip() in (tmp_path / "new" / remembered.NAME).read_bytes()


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_what_was_let_stand_works_and_counts_once_when_it_is_revoked_again(
    run: Run, app: flask.Flask, secrets: list[str], tmp_path: Path
) -> None:
    cast, project = make_cast(app), f"/projects/{slug()}/tokens"
    first, second, _kept = numbers(secrets)
    for number in (first, second):
        answer = cast.planner.post(f"{project}/{number}/revoke", follow_redirects=True)
        undo = undo_offered(answer)
        assert cast.planner.post(undo.address, data=undo.fields).status_code == 302
    assert cast.planner.post(f"{project}/{second}/revoke").status_code == 302
    assert restored(run, app, tmp_path, "new")["revoked_again"] == 1
    assert working(tmp_path / "new", "", secrets) == [True, False, True]


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_a_line_that_tells_of_no_token_is_refused(
    run: Run, app: flask.Flask, secrets: list[str], tmp_path: Path
) -> None:
    log = tmp_path / "log.jsonl"
    log.write_bytes(b'{"token_hash": "a", "revoked": true, "at": 7}\n\n')
    told = run("restore", tmp_path / "b.zip", "--erasures", log, folder=tmp_path / "new")
    assert told.exit_code == 1
    assert "line 1: this is neither an erasure nor a revoked token" in told.stderr


def slug() -> str:
    db.session.rollback()
    return str(db.session.query(ClassSession).one().activity.project.slug)
