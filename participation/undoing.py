"""Taking something away at once, and offering to undo it beside the message that tells of it, instead of asking first."""

from __future__ import annotations

from typing import Any, NoReturn

import flask
from flask_babel import gettext as _
from itsdangerous import BadSignature, URLSafeTimedSerializer

from participation.errors import Refused

MINUTES = 60
CATEGORY = "undo"


def offer(told: str, address: str, **gone: Any) -> None:
    """Tell what was done, with a button that sends `gone` to `address`; few and short values, for they lie in the cookie."""
    said: Any = {"told": told, "address": address, "gone": _signer().dumps([address, gone])}
    flask.flash(said, CATEGORY)


def gone() -> dict[str, Any]:
    """What the button of this address sends; refused with 409 when it is too late, or another's."""
    try:
        address, values = _signer().loads(flask.request.form.get("gone", ""), max_age=MINUTES * 60)
    except BadSignature:
        address, values = "", {}
    if address != flask.request.path:
        refuse()
    return dict(values)


def refuse() -> NoReturn:
    """It cannot be undone any more."""
    raise Refused(_("It is too late to undo this. What was taken away must be made anew."), 409)


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(flask.current_app.config["SECRET_KEY"], salt="an undo")
