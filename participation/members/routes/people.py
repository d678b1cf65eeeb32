"""*Folk*: who takes part in a project and who is invited; inviting, changing roles, removing."""

from __future__ import annotations

import flask
from flask_babel import gettext as _
from flask_login import current_user

from participation import undoing
from participation.accounts.access import may, requires
from participation.accounts.permissions import Permission
from participation.accounts.role_words import ROLE_WORDS, role_name
from participation.audit.acts import Act
from participation.audit.recording import concerning, records
from participation.database import writing
from participation.extensions import db
from participation.members import queries, services
from participation.members.forms import InviteForm
from participation.projects.access import project_at
from participation.projects.models import Project

blueprint = flask.Blueprint("people", __name__, url_prefix="/projects/<slug>/people")


@blueprint.get("", endpoint="index")
@requires(Permission.MEMBER_EDIT)
def index(slug: str) -> str:
    """Members, open invitations, and those of the municipality who see every project."""
    return page(project_at(slug))


@blueprint.post("/invite")
@requires(Permission.MEMBER_EDIT)
@records(Act.MEMBERS_CHANGED)
def invite(slug: str) -> flask.typing.ResponseReturnValue:
    """A new link, shown this once."""
    project = project_at(slug)
    form = InviteForm(services.roles_to_give(current_user, project))
    if not form.validate_on_submit():
        return page(project, form), 422
    with writing(db) as session:
        project = project_at(slug)
        token = services.invite(session, project, current_user, form.role.data, form.note.data or "")
        concerning(about={"invited_as": form.role.data})
    return page(project_at(slug), link=invitation_address(token))


@blueprint.post("/invitations/<int:invitation_id>/withdraw")
@requires(Permission.MEMBER_EDIT)
@records(Act.MEMBERS_CHANGED)
def withdraw(slug: str, invitation_id: int) -> flask.typing.ResponseReturnValue:
    """The link stops working."""
    with writing(db) as session:
        services.withdraw(queries.invitation_or_404(session, project_at(slug), invitation_id))
    undo = flask.url_for("members.undo.let_stand", slug=slug, invitation_id=invitation_id)
    undoing.offer(_("The invitation is withdrawn. Its link no longer works."), undo)
    return back(slug)


@blueprint.post("/<int:member_id>/role")
@requires(Permission.MEMBER_EDIT)
@records(Act.MEMBERS_CHANGED)
def change_role(slug: str, member_id: int) -> flask.typing.ResponseReturnValue:
    """Another role for a member."""
    role = flask.request.form.get("role", "")
    with writing(db) as session:
        project = project_at(slug)
        member = queries.member_or_404(session, project, member_id)
        services.change_role(current_user, project, member, role)
        email = member.person.email
        concerning(about={"person": email, "role": role})
    flask.flash(_("%(email)s has the role %(role)s now.", email=email, role=role_name(role)))
    return back(slug)


@blueprint.post("/<int:member_id>/remove")
@requires(Permission.MEMBER_EDIT)
@records(Act.MEMBERS_CHANGED)
def remove(slug: str, member_id: int) -> flask.typing.ResponseReturnValue:
    """The member's part ends at once."""
    with writing(db) as session:
        project = project_at(slug)
        member = queries.member_or_404(session, project, member_id)
        email, had = member.person.email, {"person": member.person_id, "role": member.role}
        concerning(about={"person": email, "role": ""})
        services.remove(session, current_user, project, member)
    told = _("%(email)s takes no part in the project any more.", email=email)
    if may(Permission.MEMBER_EDIT):
        undoing.offer(told, flask.url_for("members.undo.put_back", slug=slug), **had)
    else:
        flask.flash(told)
    return back(slug)


def page(project: Project, form: InviteForm | None = None, link: str = "") -> str:
    session, roles = db.session(), services.roles_to_give(current_user, project)
    return flask.render_template(
        "members/index.html",
        project=project,
        form=form or InviteForm(roles, formdata=None),
        link=link,
        members=queries.members(session, project),
        invitations=queries.open_invitations(session, project),
        of_the_municipality=queries.of_the_municipality(session),
        roles=roles,
        role_words=ROLE_WORDS,
    )


def invitation_address(token: str) -> str:
    """The whole address to send."""
    root = flask.current_app.config["BASE_URL"] or flask.request.url_root.rstrip("/")
    return root + flask.url_for("members.joining.show", token=token)


def back(slug: str) -> flask.typing.ResponseReturnValue:
    """To the list; to the projects for those who have just given up their own right to it."""
    if may(Permission.MEMBER_EDIT):
        return flask.redirect(flask.url_for("members.people.index", slug=slug))
    return flask.redirect(flask.url_for("projects.index"))
