"""Who a device says it is: the pupil behind its token."""

from __future__ import annotations

import flask

from participation.class_sessions import queries
from participation.class_sessions.models import Pupil
from participation.extensions import db


def bearer_pupil() -> Pupil | None:
    """The pupil of the `Authorization: Bearer …` header, or None."""
    header = flask.request.headers.get("Authorization", "")
    scheme, _, token = header.partition(" ")
    return queries.pupil_by_token(db.session(), token.strip()) if scheme.lower() == "bearer" else None
