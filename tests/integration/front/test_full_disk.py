"""A full disk is told of wherever it is met, and is nobody's fault who reads or writes."""

from __future__ import annotations

import errno
from typing import Any

import flask
import pytest
from flask.testing import FlaskClient

from participation import sent_file
from tests.factories.classes import make_activity
from tests.factories.people import make_person, sign_in

PROJECT = "/projects/loddefjord"
pytestmark = pytest.mark.parametrize("store", ["sqlite"], indirect=True)


@pytest.mark.parametrize("path", ["log.csv", "activities/1/photos.zip", "activities/1/downloads/marks.csv"])
def test_no_file_can_be_made(app: flask.Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    def full(**_given: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "/secret/path")

    make_activity()
    make_person()
    sign_in(client)
    monkeypatch.setattr(sent_file, "TemporaryDirectory", full)
    answer = client.get(f"{PROJECT}/{path}")
    assert (answer.status_code, "ikke plass på tjenerens disk" in answer.text) == (503, True)
    assert "secret" not in answer.text
