"""Requests the server cannot read reach no page: they too are refused in our words and with our headers."""

from __future__ import annotations

import flask

from participation import errors, security_headers


class Refusals:
    """The whole HTTP answers to what cannot be read: JSON for the device's own calls, a page for the rest."""

    def __init__(self, app: flask.Flask) -> None:
        self.json, self.page = _unreadable(app, "/api/"), _unreadable(app, "/")

    def answer(self, path: bytes) -> bytes:
        """The answer for what was sent to `path`, as far as that could be read."""
        return self.json if path.startswith(b"/api/") else self.page


def _unreadable(app: flask.Flask, path: str) -> bytes:
    with app.test_request_context(path):
        said = errors.answer(400, errors.sentence(400))
    body = said.get_data()
    headers = [
        ("Content-Type", said.content_type or "text/plain"),
        ("Content-Length", str(len(body))),
        ("Connection", "close"),
    ]
    lines = [f"{name}: {value}" for name, value in security_headers.completed(headers, secure=False)]
    return "\r\n".join(["HTTP/1.1 400 Bad Request", *lines, "", ""]).encode("latin-1") + body
