"""An installation that the command line works on, its database filled, on SQLite and PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import flask
import pytest
from click.testing import CliRunner, Result

from participation.class_sessions.models import ClassSession
from participation.commands import main
from participation.extensions import db
from tests.conftest import SETTINGS
from tests.factories.whole_store import fill

Run = Callable[..., Result]


@pytest.fixture
def run(app: flask.Flask, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in the test's own installation, or in another data folder and database."""

    def run_command(*words: object, folder: Path | None = None, url: str | None = None) -> Result:
        sqlite = db.engine.dialect.name == "sqlite"
        own = "" if sqlite else db.engine.url.render_as_string(hide_password=False)
        monkeypatch.setenv("LOKALKJENT_DATA_DIR", str(folder or app.config["DATA_DIR"]))
        monkeypatch.setenv("LOKALKJENT_DATABASE_URL", url if url is not None else own if folder is None else "")
        monkeypatch.setenv("LANGUAGE", "en")
        monkeypatch.setenv("LOKALKJENT_SECRET_KEY", SETTINGS["SECRET_KEY"])  # type: ignore[arg-type]
        db.session.rollback()
        return CliRunner().invoke(main, [str(word) for word in words])

    return run_command


@pytest.fixture
def filled(app: flask.Flask) -> ClassSession:
    """Rows in every table."""
    return fill()
