"""What a planner had seen when deciding about a draft, and what is told where it is another by now."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import flask

from participation.errors import Refused


def seen() -> str:
    """The edition of the draft that the page showed, "" where there was none."""
    return flask.request.form.get("seen", "")


@contextmanager
def refusing() -> Iterator[None]:
    """Tell on the next page why something is not done."""
    try:
        yield
    except Refused as refused:
        flask.flash(refused.message, "error")
