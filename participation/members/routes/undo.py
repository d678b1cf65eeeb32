"""Undoing what somebody has just done on *Folk*: a member removed, an invitation withdrawn."""

from __future__ import annotations

import flask
from flask_babel import gettext as _
from flask_login import current_user

from participation import undoing
from participation.accounts.access import requires
from participation.accounts.models import Person
from participation.accounts.permissions import Permission
from participation.accounts.role_words import role_name
from participation.audit.acts import Act
from participation.audit.recording import concerning, records
from participation.database import writing
from participation.extensions import db
from participation.members import queries, services
from participation.members.routes.people import back
from participation.projects.access import project_at

blueprint = flask.Blueprint("undo", __name__, url_prefix="/projects/<slug>/people")


@blueprint.post("/put-back")
@requires(Permission.MEMBER_EDIT)
@records(Act.MEMBERS_CHANGED)
def put_back(slug: str) -> flask.typing.ResponseReturnValue:
    """Undo the removal just made."""
    project_at(slug)
    had = undoing.gone()
    with writing(db) as session:
        project, person = project_at(slug), session.get(Person, had["person"])
        if person is None:
            flask.abort(404)
        services.put_back(session, current_user, project, person, had["role"])
        email = person.email
        concerning(about={"person": email, "role": had["role"]})
    flask.flash(_("%(email)s takes part again. Role: %(role)s.", email=email, role=role_name(had["role"])))
    return back(slug)


@blueprint.post("/invitations/<int:invitation_id>/let-stand")
@requires(Permission.MEMBER_EDIT)
@records(Act.MEMBERS_CHANGED)
def let_stand(slug: str, invitation_id: int) -> flask.typing.ResponseReturnValue:
    """Undo the withdrawal just made."""
    project_at(slug)
    undoing.gone()
    with writing(db) as session:
        services.let_stand(queries.invitation_or_404(session, project_at(slug), invitation_id))
    flask.flash(_("The invitation stands again. Its link works."))
    return back(slug)
