"""The page of who is invited: somebody new chooses a password, somebody known signs in and takes part."""

from __future__ import annotations

import flask
from flask_babel import gettext as _
from flask_login import current_user
from limits import parse

from participation.accounts import services as accounts
from participation.accounts.access import public, signed_in
from participation.accounts.forms import NewPersonForm
from participation.accounts.models import Person
from participation.accounts.role_words import ROLE_WORDS, role_name
from participation.accounts.signing_in import let_in
from participation.audit.acts import Act
from participation.audit.recording import concerning, records
from participation.database import writing
from participation.errors import Refused
from participation.extensions import db, failure_limits
from participation.members import queries, services
from participation.members.models import MemberInvitation

blueprint = flask.Blueprint("joining", __name__, url_prefix="/invitation/<token>")

GUESSES = parse("30 per 10 minutes")
guessing_is_slow = failure_limits.limit(
    "invitations", lambda: GUESSES, lambda response: response.status_code in (404, 410, 422)
)


@blueprint.get("", endpoint="show")
@public
@guessing_is_slow
def show(token: str) -> str:
    """Who invites to what."""
    return page(open_invitation(token), NewPersonForm())


@blueprint.post("", endpoint="join")
@public
@guessing_is_slow
@records(Act.MEMBERS_CHANGED)
def join(token: str) -> flask.typing.ResponseReturnValue:
    """Somebody new takes part."""
    found, form = open_invitation(token), NewPersonForm()
    if not form.validate_on_submit():
        return page(found, form), 422
    hashed = accounts.hash_password(form.password.data or "")
    try:
        with writing(db) as session:
            person = accounts.add_person(session, form.email.data or "", None, hashed)
            invitation = open_invitation(token)
            services.take(session, invitation, person)
            concerning(actor=person.email, project_id=invitation.project_id)
    except Refused as refused:
        if refused.status == 410:
            raise
        form.email.errors = [refused.message]
        return page(open_invitation(token), form), 422
    let_in(person)
    return taken(token)


@blueprint.post("/take", endpoint="take")
@signed_in
@guessing_is_slow
@records(Act.MEMBERS_CHANGED)
def take(token: str) -> flask.typing.ResponseReturnValue:
    """The one who is signed in takes part."""
    with writing(db) as session:
        found = open_invitation(token)
        services.take(session, found, session.get_one(Person, current_user.id))
        concerning(project_id=found.project_id)
    return taken(token)


def open_invitation(token: str) -> MemberInvitation:
    """The invitation; refused with 404 when there is none, 410 when it is over."""
    found = queries.invitation_with(db.session(), token)
    if found is None:
        raise Refused(_("No invitation has this link. See that the whole link came along, or ask for a new one."), 404)
    services.refuse_over(found)
    return found


def page(found: MemberInvitation, form: NewPersonForm) -> str:
    does = ROLE_WORDS[found.role].does
    return flask.render_template("members/join.html", invitation=found, form=form, does=does)


def taken(token: str) -> flask.typing.ResponseReturnValue:
    """To the project, with what one is there."""
    found = queries.invitation_with(db.session(), token)
    assert found is not None
    project = found.project
    role = next(one.role for one in current_user.memberships if one.project_id == project.id)
    flask.flash(_("You take part in %(project)s now. Your role: %(role)s.", project=project.name, role=role_name(role)))
    return flask.redirect(flask.url_for("overview.show", slug=project.slug))
