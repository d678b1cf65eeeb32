"""A file beyond the limit of all requests."""

from __future__ import annotations

import flask
from flask_babel import gettext as _

from participation.errors import answer


def too_large(_error: Exception) -> flask.Response:
    """Says what to do about it."""
    most = (flask.current_app.config["MAX_CONTENT_LENGTH"] or 0) // 2**20
    message = _(
        "The file is larger than %(most)s MB. Take only your own area, leave fields out, or split it in several files.",
        most=most,
    )
    return answer(413, message)
