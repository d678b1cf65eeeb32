"""The archive, and a new project like another."""

from __future__ import annotations

import flask
from flask_babel import gettext as _

from participation.accounts.access import requires, signed_in
from participation.accounts.permissions import Permission
from participation.archiving import services
from participation.archiving.forms import CopyForm
from participation.audit.acts import Act
from participation.audit.recording import records
from participation.database import writing
from participation.errors import Refused
from participation.extensions import db
from participation.projects import services as projects
from participation.projects.access import archived_seen, project_at, projects_seen

blueprint = flask.Blueprint("archiving", __name__, url_prefix="/projects")


@blueprint.get("/archive")
@signed_in
def index() -> str:
    """The archived projects the reader has a part in."""
    return flask.render_template("archiving/index.html", projects=archived_seen())


@blueprint.post("/<slug>/archive")
@requires(Permission.PROJECT_EDIT)
@records(Act.PROJECT_ARCHIVED)
def archive(slug: str) -> flask.typing.ResponseReturnValue:
    """Put the project away."""
    try:
        with writing(db) as session:
            services.archive(session, project_at(slug))
    except Refused as refused:
        flask.flash(refused.message, "error")
        return flask.redirect(flask.url_for("projects.settings", slug=slug))
    flask.flash(_("The project is in the archive."))
    return flask.redirect(flask.url_for("archiving.index"))


@blueprint.post("/<slug>/take-out")
@requires(Permission.PROJECT_EDIT)
@records(Act.PROJECT_ARCHIVED)
def take_out(slug: str) -> flask.typing.ResponseReturnValue:
    """Out of the archive again."""
    with writing(db):
        projects.take_out(project_at(slug))
    flask.flash(_("The project is among the others again."))
    return flask.redirect(flask.url_for("overview.show", slug=slug))


@blueprint.route("/copy", methods=["GET", "POST"])
@requires(Permission.PROJECT_EDIT)
@records(Act.PROJECT_COPIED)
def copy() -> flask.typing.ResponseReturnValue:
    """A new project like one the reader has a part in."""
    known = [*projects_seen(), *archived_seen()]
    form = CopyForm(known, like=flask.request.args.get("like"))
    if not form.validate_on_submit():
        return flask.render_template("archiving/copy.html", form=form), 422 if form.is_submitted() else 200
    with writing(db) as session:
        source = next(one for one in [*projects_seen(), *archived_seen()] if one.slug == form.like.data)
        slug = services.copy_project(session, source, form.name.data or "").slug
    flask.flash(_("The project is made. Give it its dates of privacy before the first class opens."))
    return flask.redirect(flask.url_for("projects.settings", slug=slug))
