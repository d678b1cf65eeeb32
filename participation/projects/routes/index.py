"""Every project, and a new one."""

from __future__ import annotations

from collections.abc import Sequence

import flask
from flask_babel import gettext as _

from participation.accounts.access import requires, signed_in
from participation.accounts.permissions import Permission
from participation.audit.acts import Act
from participation.audit.recording import concerning, records
from participation.database import writing
from participation.errors import Refused
from participation.extensions import db
from participation.projects import services
from participation.projects.access import archived_seen, projects_seen
from participation.projects.files import uploads
from participation.projects.forms import ProjectForm
from participation.projects.models import Project
from participation.projects.routes.blueprint import blueprint
from participation.sought import holds, sought


@blueprint.get("")
@signed_in
def index() -> str:
    """The projects the reader has a part in; those that hold what is looked for, archived ones too."""
    text, every = sought(flask.request.args.get("text", "")), projects_seen()
    return flask.render_template(
        "projects/index.html",
        text=text,
        has_any=bool(every),
        projects=holding(every, text),
        archived=holding(archived_seen(), text) if text else [],
        searchable=len(every) > 1 or bool(text),
    )


def holding(projects: Sequence[Project], text: str) -> list[Project]:
    """Those with the text in their name, plan reference or description."""
    return [
        one for one in projects if any(holds(told, text) for told in (one.name, one.plan_reference, one.description))
    ]


@blueprint.route("/new", methods=["GET", "POST"])
@requires(Permission.PROJECT_EDIT)
@records(Act.PROJECT_MADE)
def create() -> flask.typing.ResponseReturnValue:
    """A new project; its address is made from its name, its area comes from a file or later."""
    form = ProjectForm()
    whole = form.validate_on_submit()
    area = uploaded_area(form) if form.is_submitted() else None
    if not whole or form.errors:
        return flask.render_template("projects/create.html", form=form), 422 if form.is_submitted() else 200
    name = form.name.data or ""
    try:
        with writing(db) as session:
            slug = form.slug.data or services.free_slug(session, name)
            project = services.add_project(session, slug, name, area)
            session.flush()
            concerning(project_id=project.id)
            address = flask.url_for("projects.settings", slug=project.slug)
    except Refused as refused:
        form.slug.errors = [refused.message]
        return flask.render_template("projects/create.html", form=form), 422
    flask.flash(_("The project is made. Fill in its privacy fields before the first class opens."))
    return flask.redirect(address)


def uploaded_area(form: ProjectForm) -> str | None:
    """The area in the file, if there is one; what is wrong with it stands at the field."""
    try:
        return uploads.area(form.area.data) if form.area.data else None
    except Refused as refused:
        form.area.errors = [refused.message]
        return None
