"""The test client: every answer any test fetches is held against the rules of the house."""

from __future__ import annotations

from typing import Any

import flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from participation.extensions import db
from participation.security_headers import HEADERS
from tests.house.page_rules import problems
from tests.house.participants_texts import participants_texts_only


class CheckedClient(FlaskClient):
    """A browser that sees to it that pages are in order, headers are there and nothing is left unsaved."""

    def open(self, *args: Any, **values: Any) -> TestResponse:
        for name in list(flask.g):
            flask.g.pop(name)  # the tests' application context lasts longer than a request's
        with participants_texts_only():
            response = super().open(*args, **values)
        where = f"{response.request.method} {response.request.path}"
        check_headers(response, where)
        check_session(where)
        if response.mimetype == "text/html" and response.request.method != "HEAD":
            faults = problems(response.get_data(as_text=True)) if response.data else ()
            assert not faults, f"{where} gives a page that is not in order:\n" + "\n".join(faults)
        return response


def check_headers(response: TestResponse, where: str) -> None:
    if response.request.path.startswith("/static/"):
        assert response.headers.get("X-Content-Type-Options") == "nosniff", where
        return
    missing = [name for name in HEADERS if name not in response.headers]
    assert not missing, f"{where} lacks {missing}"
    policy = response.headers["Content-Security-Policy"]
    assert "unsafe" not in policy and "default-src 'none'" in policy, f"{where} has a weak policy: {policy}"
    assert response.headers.get("Cache-Control"), f"{where} does not say how long it may be kept"


def check_session(where: str) -> None:
    session = db.session()
    unsaved = [*session.new, *session.dirty, *session.deleted]
    assert not unsaved, f"{where} leaves changes that were not saved: {unsaved[:5]}"
