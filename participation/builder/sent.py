"""Reading what the builder's page sends."""

from __future__ import annotations

from typing import Any

import flask
import orjson

from participation.builder.services import Sent
from participation.responses.body import too_deep

LARGEST = 2 * 1024 * 1024
# Deep enough for any condition, and not so deep that reading it would take the whole stack.
DEEPEST = 100
LONGEST_NAME = 40


def read_sent() -> Sent:
    """The request's body; 400 and 413 where it is none that our page sends."""
    body = read_body()
    based_on = body.get("based_on")
    names = [body.get(name) for name in ("edition", "builds_on", "editor")]
    if not all(isinstance(name, str) and len(name) <= LONGEST_NAME for name in names) or not (names[0] and names[2]):
        flask.abort(400)
    if not isinstance(body.get("document"), dict) or not (based_on is None or type(based_on) is int):
        flask.abort(400)
    return Sent(body["document"], body["edition"], body["builds_on"], based_on, body["editor"])


def read_body() -> dict[str, Any]:
    """The JSON object that was sent."""
    if (flask.request.content_length or 0) > LARGEST:
        flask.abort(413)
    raw = flask.request.get_data(cache=False)
    if len(raw) > LARGEST:
        flask.abort(413)
    if too_deep(raw, DEEPEST):
        flask.abort(400)
    try:
        body = orjson.loads(raw)
    except orjson.JSONDecodeError:
        flask.abort(400)
    if not isinstance(body, dict):
        flask.abort(400)
    return body
