"""What a browser keeps instead of the code it came with: a signed note of the code's hash, good for one survey."""

from __future__ import annotations

import flask
from itsdangerous import BadSignature, URLSafeSerializer

from participation.class_sessions import codes

COOKIE = "invitation"


def ticket(activity_id: int, code_hash: str) -> str:
    """The note for one code of one survey."""
    return str(_signer().dumps([activity_id, code_hash]))


def code_hash(signed: str | None, activity_id: int) -> str | None:
    """The hash in a note of ours for this survey; None for any other text."""
    if not signed:
        return None
    try:
        survey, hashed = _signer().loads(signed[:400])
    except (BadSignature, ValueError, TypeError):
        return None
    return hashed if survey == activity_id and isinstance(hashed, str) else None


def kept(activity_id: int) -> str | None:
    """The note this browser has for the survey."""
    found = flask.request.cookies.get(COOKIE)
    return found if code_hash(found, activity_id) else None


def keep(response: flask.Response, activity_id: int, hashed: str) -> None:
    """Put the note into this browser, for the survey's addresses alone and until it is closed."""
    secure, path = flask.current_app.config["SESSION_COOKIE_SECURE"], f"/a/{activity_id}"
    response.set_cookie(COOKIE, ticket(activity_id, hashed), path=path, secure=secure, httponly=True, samesite="Lax")


def forget(response: flask.Response, activity_id: int) -> None:
    """Leave nothing of it."""
    response.delete_cookie(COOKIE, path=f"/a/{activity_id}", samesite="Lax", httponly=True)


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(codes.key(), salt="a personal code")
