"""Reading what a device sent: the first checks of the hand-in, before anything is looked up."""

from __future__ import annotations

import hashlib
import re
import uuid
from dataclasses import dataclass
from typing import Any

import flask
import orjson
from flask_babel import gettext as _

from participation.errors import Refused

LARGEST = 1024 * 1024
DEEPEST = 32


@dataclass(frozen=True, slots=True)
class Body:
    """A body that is JSON: the UUID of its address, the object, and the SHA-256 of its bytes.

    `ticket`: what came beside it and says by which way (see ways.py); it is stored nowhere.
    """

    uuid: str
    content: dict[str, Any]
    sha256: str
    ticket: str | None = None


def read_body(address: str, ticket: str | None = None) -> Body:
    """The request's body; refused with 415, 413 or 400 in that order."""
    request = flask.request
    if request.mimetype != "application/json":
        raise Refused(_("The server expects JSON here (Content-Type: application/json)."), 415)
    request.max_content_length = LARGEST
    if (request.content_length or 0) > LARGEST:
        raise Refused(_("The answer is larger than 1 MiB. Send fewer or simpler marks."), 413)
    raw = request.get_data(cache=False)
    if len(raw) > LARGEST:
        raise Refused(_("The answer is larger than 1 MiB. Send fewer or simpler marks."), 413)
    identity = version_4(address)
    if identity is None:
        raise Refused(_("The address must end in a version-4 UUID made on the device."), 400)
    return Body(identity, parse(raw), hashlib.sha256(raw).hexdigest(), ticket)


def version_4(text: str) -> str | None:
    """`text` as a version-4 UUID in its usual form, or None."""
    try:
        found = uuid.UUID(text)
    except ValueError:
        return None
    usual = str(found)
    return usual if found.version == 4 and usual == text.lower() else None


def parse(raw: bytes) -> dict[str, Any]:
    """The JSON object in `raw`; refused when it is not JSON, has NaN or Infinity, or is deeper than 32 levels."""
    if too_deep(raw):
        raise Refused(_("The JSON is nested deeper than 32 levels."), 400)
    try:
        content = orjson.loads(raw)
    except orjson.JSONDecodeError as problem:
        where = _("line %(line)s, column %(column)s", line=problem.lineno, column=problem.colno)
        raise Refused(_("This is not JSON the server can read (%(where)s).", where=where), 400) from problem
    if not isinstance(content, dict):
        raise Refused(_("The body must be one JSON object."), 400)
    return content


# A string that never ends is read to the end of the body: trying again at each quote would take minutes.
STRING = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?\Z)', re.DOTALL)
NOT_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))


def too_deep(raw: bytes, deepest: int = DEEPEST) -> bool:
    """True when brackets outside strings nest deeper than this; stops at the first such place."""
    if raw.count(b"[") + raw.count(b"{") <= deepest:
        return False
    depth = 0
    for bracket in STRING.sub(b"", raw).translate(None, NOT_BRACKETS):
        depth += 1 if bracket in b"[{" else -1
        if depth > deepest:
            return True
    return False
