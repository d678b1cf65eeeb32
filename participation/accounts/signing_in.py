"""Letting a person in: what every way to sign in ends with."""

from __future__ import annotations

from urllib.parse import urlsplit

import flask
from flask_login import login_user

from participation.accounts.models import Person


def let_in(person: Person) -> None:
    """Sign the person in on this browser."""
    login_user(person)
    flask.session.permanent = True


def inside(target: str, otherwise: str) -> str:
    """`target` when it is a path of this site, else the address of endpoint `otherwise`."""
    parts = urlsplit(target)
    safe = target.startswith("/") and not target.startswith(("//", "/\\")) and not parts.scheme and not parts.netloc
    return target if safe else flask.url_for(otherwise)
