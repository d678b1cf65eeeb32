"""Commands, run in the test's own application."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager

import flask
import pytest
from click.testing import CliRunner, Result

from participation.commands import activity, invite, main, marks, token, user, xlsform, zones
from participation.commands.reader import inside
from participation.extensions import db

Run = Callable[..., Result]


@pytest.fixture
def run(app: flask.Flask, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in the test's own application."""

    @contextmanager
    def application():
        with inside(app):
            yield app
            db.session.remove()

    for module in (activity, invite, marks, token, user, xlsform, zones):
        monkeypatch.setattr(module, "application", application)
    monkeypatch.setenv("LANGUAGE", "en")

    def run(*words: object, typed: str = "") -> Result:
        db.session.rollback()
        return CliRunner().invoke(main, [str(word) for word in words], input=typed)

    return run
