"""Letting a person in and out of a browser: what every way to sign in ends with."""

from __future__ import annotations

import contextlib
import secrets
from datetime import timedelta
from urllib.parse import urlsplit

import flask
from flask_login import login_user, logout_user
from sqlalchemy import delete
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from participation.accounts import queries
from participation.accounts.devices import coarse
from participation.accounts.models import Person, SignIn
from participation.audit.recording import apart_from_the_log
from participation.clock import now
from participation.database import DatabaseBusy, writing
from participation.extensions import db
from participation.safeguards.keyed_codes import hashed

COOKIE_KEY = "sign_in"
BETWEEN_NOTES = timedelta(hours=1)


def let_in(person: Person) -> None:
    """Sign the person in on this browser, instead of who was."""
    token, moment, before = secrets.token_urlsafe(24), now(), current()
    browser, system = coarse(flask.request.user_agent.string)
    with apart_from_the_log(), writing(db) as session:
        _end(session, before)
        found = {"browser": browser, "system": system, "created_at": moment, "last_seen_at": moment}
        session.add(SignIn(person_id=person.id, token_hash=_hashed(token), **found))
    login_user(person)
    flask.session[COOKIE_KEY] = token
    flask.session.permanent = True


def let_out() -> None:
    """Sign whoever it is out of this browser."""
    found = current()
    if found:
        with apart_from_the_log(), writing(db) as session:
            _end(session, found)
    flask.session.pop(COOKIE_KEY, None)
    logout_user()


def current() -> SignIn | None:
    """This browser's sign-in, while it lasts."""
    token = flask.session.get(COOKIE_KEY)
    return queries.sign_in_with(db.session(), _hashed(token)) if isinstance(token, str) else None


def note_seen() -> None:
    """Note, to the hour, that the sign-in is used; a busy store is no reason to stop anybody."""
    found = current()
    if found is None or now() - found.last_seen_at < BETWEEN_NOTES:
        return
    with contextlib.suppress(DatabaseBusy, OperationalError), writing(db) as session:
        session.get_one(SignIn, found.id).last_seen_at = now()


def inside(target: str, otherwise: str) -> str:
    """`target` when it is a path of this site, else the address of endpoint `otherwise`."""
    parts = urlsplit(target)
    safe = target.startswith("/") and not target.startswith(("//", "/\\")) and not parts.scheme and not parts.netloc
    return target if safe else flask.url_for(otherwise)


def _end(session: Session, found: SignIn | None) -> None:
    if found is not None:
        session.execute(delete(SignIn).where(SignIn.id == found.id))


def _hashed(token: str) -> str:
    return hashed(flask.current_app.config["SECRET_KEY"], token)
