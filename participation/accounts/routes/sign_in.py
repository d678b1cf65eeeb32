"""Signing in and out."""

from __future__ import annotations

import flask
from flask_babel import gettext as _
from limits import parse

from participation.accounts import queries, services, signing_in
from participation.accounts.access import public
from participation.accounts.forms import SignInForm
from participation.accounts.models import Person
from participation.accounts.routes.blueprint import blueprint
from participation.database import writing
from participation.extensions import db, failure_limits, login_manager

SIGN_IN_RATE = parse("30 per 10 minutes")

login_manager.login_view = "accounts.sign_in"
login_manager.login_message = None


@login_manager.user_loader
def load_person(identity: str) -> Person | None:
    """The person of a sign-in cookie."""
    found = signing_in.current()
    return found.person if found and str(found.person_id) == identity else None


@blueprint.route("/login", methods=["GET", "POST"])
@public
@failure_limits.limit(
    "sign in", lambda: SIGN_IN_RATE, failed=lambda response: response.status_code == 422, methods=("POST",)
)
def sign_in() -> flask.typing.ResponseReturnValue:
    """The sign-in page; five wrong passwords lock the account for a quarter of an hour."""
    form = SignInForm()
    if not form.validate_on_submit():
        return flask.render_template("accounts/sign_in.html", form=form), 422 if form.is_submitted() else 200
    person = queries.person_by_email(db.session(), form.email.data or "")
    locked = person is not None and services.is_locked(person)
    matched = services.password_matches(person.password_hash if person else None, form.password.data or "")
    if person and not locked:
        with writing(db) as session:
            services.note_sign_in(session.get_one(Person, person.id), matched)
    if locked or not matched or person is None or not person.is_active:
        flask.flash(
            _(
                "The e-mail or the password is wrong, or there were too many tries. Wait 15 minutes after five wrong tries."
            ),
            "error",
        )
        return flask.render_template("accounts/sign_in.html", form=form), 422
    signing_in.let_in(person)
    return flask.redirect(signing_in.inside(flask.request.args.get("next", ""), "projects.index"))


@blueprint.post("/logout")
@public
def sign_out() -> flask.typing.ResponseReturnValue:
    """Sign out of this browser."""
    signing_in.let_out()
    return flask.redirect(signing_in.inside(flask.request.form.get("next", ""), "front.index"))
