"""Requests the server cannot read reach no page: they too are refused in our words and with our headers."""

from __future__ import annotations

from typing import Any

import flask
from waitress.channel import HTTPChannel
from waitress.server import BaseWSGIServer
from waitress.task import ErrorTask

from participation import errors, security_headers

READABLE = (400, 413)


def refuse_in_our_words(listeners: dict[int, Any], app: flask.Flask) -> None:
    """Let the waitress servers among `listeners` answer for `app` what never becomes a request of it."""

    class Refusal(ErrorTask):
        def execute(self) -> None:
            code = self.request.error.code
            response = refusal(app, getattr(self.request, "path", "/"), code if code in READABLE else 400)
            self.status = f"{code} {self.request.error.reason}"
            headers = [("Content-Type", response.content_type)]
            self.response_headers.extend(security_headers.completed(headers, secure=False))
            body = response.get_data()
            self.content_length = len(body)
            self.set_close_on_finish()
            self.write(body)

    class Channel(HTTPChannel):
        error_task_class = Refusal

    for listener in listeners.values():
        if isinstance(listener, BaseWSGIServer):
            listener.channel_class = Channel


def refusal(app: flask.Flask, path: str, status: int) -> flask.Response:
    """A page or JSON, as the path asks for, that says what HTTP status `status` means."""
    with app.test_request_context("/api/" if path.startswith("/api/") else "/"):
        return errors.answer(status, errors.sentence(status))
