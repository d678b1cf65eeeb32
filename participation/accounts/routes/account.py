"""*Min konto*: the password, and where one is signed in."""

from __future__ import annotations

import flask
from flask_babel import gettext as _
from flask_login import current_user
from limits import parse

from participation.accounts import queries, services, signing_in
from participation.accounts.access import signed_in
from participation.accounts.forms import PasswordForm
from participation.accounts.models import Person
from participation.accounts.routes.blueprint import blueprint
from participation.audit.acts import Act
from participation.audit.recording import records
from participation.database import writing
from participation.extensions import db, failure_limits

GUESSES = parse("30 per 10 minutes")


@blueprint.get("/account")
@signed_in
def account() -> str:
    """Who one is here, a new password, and one's sign-ins."""
    return page(PasswordForm(formdata=None))


@blueprint.post("/account/password")
@signed_in
@failure_limits.limit("password", lambda: GUESSES, lambda response: response.status_code == 422)
@records(Act.PASSWORD_CHANGED)
def change_password() -> flask.typing.ResponseReturnValue:
    """Another password; other browsers are signed out."""
    form = PasswordForm()
    whole = form.validate_on_submit()
    if whole and not services.password_matches(current_user.password_hash, form.current.data or ""):
        form.current.errors = [_("This is not the password you have.")]
    if form.errors:
        return page(form), 422
    hashed, here = services.hash_password(form.new.data or ""), signing_in.current()
    with writing(db) as session:
        services.change_password(session, session.get_one(Person, current_user.id), hashed, here.id if here else None)
    flask.flash(_("The password is changed. You are signed out everywhere else."))
    return flask.redirect(flask.url_for("accounts.account"))


@blueprint.post("/account/sign-ins/<int:sign_in_id>/end")
@signed_in
@records(Act.SIGNED_OUT)
def sign_out_there(sign_in_id: int) -> flask.typing.ResponseReturnValue:
    """Sign out on another device."""
    with writing(db) as session:
        services.sign_out_there(session, current_user, sign_in_id)
    flask.flash(_("You are signed out there."))
    return flask.redirect(flask.url_for("accounts.account"))


@blueprint.post("/account/sign-out-everywhere")
@signed_in
@records(Act.SIGNED_OUT)
def sign_out_everywhere() -> flask.typing.ResponseReturnValue:
    """Sign out on every device, this one too."""
    with writing(db) as session:
        services.sign_out_everywhere(session, current_user)
    signing_in.let_out()
    flask.flash(_("You are signed out everywhere."))
    return flask.redirect(flask.url_for("accounts.sign_in"))


def page(form: PasswordForm) -> str:
    here = signing_in.current()
    found = queries.sign_ins(db.session(), current_user)
    return flask.render_template("accounts/account.html", form=form, sign_ins=found, here=here.id if here else None)
