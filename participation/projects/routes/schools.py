"""Schools of a project: upload a file, say what its fields are, take it in."""

from __future__ import annotations

import flask
from flask_babel import gettext as _

from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.database import writing
from participation.errors import Refused
from participation.extensions import db
from participation.projects import imports, queries, services, uploads
from participation.projects.forms import SchoolFieldsForm, SchoolsFileForm
from participation.projects.preview import Preview, preview
from participation.projects.routes.blueprint import blueprint
from participation.projects.routes.zones import zones_page


@blueprint.post("/<slug>/schools")
@requires(Permission.PROJECT_EDIT)
def schools_upload(slug: str) -> flask.typing.ResponseReturnValue:
    """Keep the file and go on to its fields."""
    project = queries.project_or_404(db.session(), slug)
    form = SchoolsFileForm()
    if form.validate_on_submit():
        try:
            token = uploads.take(form.schools.data, uploads.POINTS)
            preview(uploads.path_of(token))
            return flask.redirect(flask.url_for("projects.schools_fields", slug=slug, token=token))
        except Refused as refused:
            form.schools.errors = [refused.message]
    return zones_page(project, schools_form=form), 422


@blueprint.route("/<slug>/schools/files/<token>", methods=["GET", "POST"])
@requires(Permission.PROJECT_EDIT)
def schools_fields(slug: str, token: str) -> flask.typing.ResponseReturnValue:
    """Which field is what; a file with problems is taken in only when the planner says so."""
    project = queries.project_or_404(db.session(), slug)
    path = uploads.path_of(token)
    seen = preview(path)
    form = fields_form(seen)
    found = None
    if form.validate_on_submit():
        read = imports.read_schools(path, form.name_field.data, form.kind_field.data)
        if read.schools and (not read.report.rejected or form.accepted.data == str(read.report.accepted)):
            with writing(db) as session:
                imports.store_schools(session, queries.project_or_404(session, slug), read)
            uploads.forget(token)
            flask.flash(_("%(count)s schools are taken in.", count=len(read.schools)))
            return flask.redirect(flask.url_for("projects.zones", slug=slug) + "#schools-heading")
        found = read.report
    answer = flask.render_template(
        "projects/schools_fields.html",
        project=project,
        form=form,
        preview=seen,
        report=found,
        file_name=uploads.name_of(token),
    )
    return answer, 422 if form.is_submitted() else 200


def fields_form(seen: Preview) -> SchoolFieldsForm:
    name, kind = seen.guess("navn", "name", "skole"), seen.guess("type", "kind")
    form = SchoolFieldsForm(data=None if flask.request.method == "POST" else {"name_field": name, "kind_field": kind})
    fields = [(field, field) for field in seen.fields]
    form.name_field.choices = fields
    form.kind_field.choices = [("", _("None")), *fields]
    return form


@blueprint.post("/<slug>/schools/delete")
@requires(Permission.PROJECT_EDIT)
def schools_delete(slug: str) -> flask.typing.ResponseReturnValue:
    """Remove all schools."""
    with writing(db) as session:
        count = services.delete_schools(session, queries.project_or_404(session, slug))
    flask.flash(_("%(count)s schools are removed. Upload the file again to have them back.", count=count))
    return flask.redirect(flask.url_for("projects.zones", slug=slug) + "#schools-heading")
