"""The form in which a planner says what an uploaded file's fields are."""

from __future__ import annotations

import io
from typing import Any

import html5lib
from flask.testing import FlaskClient


def uploaded(planner: FlaskClient, address: str, name: str, content: bytes) -> Any:
    """The answer to sending the file."""
    return planner.post(address, data={"file": (io.BytesIO(content), name)})


def filled_in(page: str) -> dict[str, str]:
    """What the form sends as it stands."""
    root = html5lib.parse(page, namespaceHTMLElements=False)
    form = next(found for found in root.iter("form") if found.get("id") == "file-fields")
    sent = {}
    for field in form.iter("input"):
        if field.get("type") not in ("checkbox", "submit") or field.get("checked") is not None:
            sent[field.get("name")] = field.get("value", "y")
    for field in form.iter("select"):
        options = list(field.iter("option"))
        chosen = next(
            (option for option in options if option.get("selected") is not None), options[0] if options else None
        )
        if chosen is not None:
            sent[field.get("name")] = chosen.get("value", "")
    return sent
