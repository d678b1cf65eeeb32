"""The people of the municipality: their roles, and who has left."""

from __future__ import annotations

from collections.abc import Callable

import flask
from flask_babel import gettext as _
from flask_login import current_user

from participation.accounts import queries, services
from participation.accounts.access import may, requires
from participation.accounts.models import Person
from participation.accounts.permissions import Permission
from participation.accounts.role_words import ROLE_WORDS, role_name
from participation.accounts.routes.blueprint import blueprint
from participation.audit.acts import Act
from participation.audit.recording import concerning, records
from participation.database import writing
from participation.errors import Refused
from participation.extensions import db


@blueprint.get("/people")
@requires(Permission.PERSON_EDIT)
def people() -> str:
    """Everybody who may sign in, and those who may not any more."""
    found = queries.people(db.session())
    return flask.render_template("accounts/people.html", people=found, role_words=ROLE_WORDS)


@blueprint.post("/people/<int:person_id>/role")
@requires(Permission.PERSON_EDIT)
@records(Act.PERSON_CHANGED)
def change_municipal_role(person_id: int) -> flask.typing.ResponseReturnValue:
    """Another role in every project, or none."""
    role = flask.request.form.get("role", "")
    told = _("Saved. Role in every project: %(role)s.", role=role_name(role) if role else _("No role"))
    return changed(person_id, lambda person: services.change_municipal_role(db.session(), person, role), told)


@blueprint.post("/people/<int:person_id>/disable")
@requires(Permission.PERSON_EDIT)
@records(Act.PERSON_CHANGED)
def disable(person_id: int) -> flask.typing.ResponseReturnValue:
    """The person has left."""
    told = _("The person is signed out and cannot sign in any more.")
    return changed(person_id, lambda person: services.disable(db.session(), person), told)


@blueprint.post("/people/<int:person_id>/enable")
@requires(Permission.PERSON_EDIT)
@records(Act.PERSON_CHANGED)
def enable(person_id: int) -> flask.typing.ResponseReturnValue:
    """The person may sign in again."""
    return changed(person_id, services.enable, _("The person can sign in again."))


def changed(person_id: int, verb: Callable[[Person], None], told: str) -> flask.typing.ResponseReturnValue:
    """Carry `verb` out and say so, or say why not."""
    try:
        with writing(db) as session:
            person = session.get(Person, person_id) or flask.abort(404)
            verb(person)
            concerning(about={"person": person.email, "role": person.role, "may_sign_in": str(person.is_active)})
        flask.flash(told)
    except Refused as refused:
        flask.flash(refused.message, "error")
    here = current_user.is_authenticated and may(Permission.PERSON_EDIT)
    return flask.redirect(flask.url_for("accounts.people" if here else "projects.index"))
