"""To the municipality's sign-in and back."""

from __future__ import annotations

import re

import flask
from flask_babel import gettext as _
from flask_login import current_user
from limits import parse

from participation.accounts import signing_in
from participation.accounts.access import public
from participation.accounts.models import Person
from participation.audit.acts import Act
from participation.audit.services import record
from participation.database import writing
from participation.errors import Refused
from participation.extensions import db, failure_limits
from participation.openid import provider, services
from participation.openid.provider import Claims

blueprint = flask.Blueprint("openid", __name__, url_prefix="/login/openid")
blueprint.record_once(lambda state: state.app.jinja_env.globals.update(openid_name=provider.name))

RATE = parse("60 per 10 minutes")
NEXT, CONNECT = "openid_next", "openid_connect"
INVITATION = re.compile(r"/invitation/([\w-]+)")
wrong_are_few = failure_limits.limit("openid", lambda: RATE, lambda _answer: bool(flask.g.get("openid_failed")))


@blueprint.get("")
@public
@wrong_are_few
def begin() -> flask.typing.ResponseReturnValue:
    """Go to the provider; `?connect=` is for those who are signed in and connect it to themselves."""
    if not provider.is_configured():
        flask.abort(404)
    flask.session[NEXT] = flask.request.args.get("next", "")
    flask.session[CONNECT] = current_user.is_authenticated and "connect" in flask.request.args
    try:
        return provider.go_there()
    except Refused as refused:
        return failed(refused)


@blueprint.get("/callback")
@public
@wrong_are_few
def callback() -> flask.typing.ResponseReturnValue:
    """Back from the provider: signed in, connected, or told why not."""
    if not provider.is_configured():
        flask.abort(404)
    try:
        claims = provider.who_came_back()
        connects = flask.session.pop(CONNECT, False) and current_user.is_authenticated
        return connected(claims) if connects else entered(claims)
    except Refused as refused:
        return failed(refused)


def connected(claims: Claims) -> flask.typing.ResponseReturnValue:
    with writing(db) as session:
        services.connect(session, session.get_one(Person, current_user.id), claims)
        record(session, Act.SIGN_IN_CONNECTED, actor=current_user.email)
    flask.flash(_("Connected. From now on you can sign in with %(name)s.", name=provider.name()))
    return flask.redirect(flask.url_for("accounts.account"))


def entered(claims: Claims) -> flask.typing.ResponseReturnValue:
    target = flask.session.pop(NEXT, "")
    invitation = INVITATION.fullmatch(target)
    with writing(db) as session:
        person = services.known(session, claims)
        is_new = person is None
        if person is None:
            person = services.invited(session, claims, invitation[1] if invitation else "")
            record(session, Act.PERSON_ADDED, actor=person.email)
    signing_in.let_in(person)
    # Whoever came new by an invitation takes part already.
    return flask.redirect(signing_in.inside("" if is_new else target, "projects.index"))


def failed(refused: Refused) -> flask.typing.ResponseReturnValue:
    """Back to where one began, told why."""
    flask.g.openid_failed = True
    flask.flash(refused.message, "error")
    if current_user.is_authenticated:
        return flask.redirect(flask.url_for("accounts.account"))
    return flask.redirect(flask.url_for("accounts.sign_in", next=flask.session.pop(NEXT, "") or None))
