"""Zones of a project: upload a file, say what its fields are, look at the problems, take it in."""

from __future__ import annotations

import flask
from flask_babel import gettext as _

from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.database import writing
from participation.errors import Refused
from participation.extensions import db
from participation.projects import imports, queries, services, uploads
from participation.projects.forms import SchoolsFileForm, ZoneFieldsForm, ZonesFileForm
from participation.projects.models import Project
from participation.projects.preview import Preview, preview
from participation.projects.routes.blueprint import blueprint


@blueprint.get("/<slug>/zones")
@requires(Permission.PROJECT_SEE)
def zones(slug: str) -> str:
    """The project's zones by kind, its schools, and files to take in."""
    return zones_page(queries.project_or_404(db.session(), slug))


def zones_page(
    project: Project, zones_form: ZonesFileForm | None = None, schools_form: SchoolsFileForm | None = None
) -> str:
    session = db.session()
    return flask.render_template(
        "projects/zones.html",
        project=project,
        kinds=queries.zone_kinds(session, project),
        schools=queries.schools(session, project),
        zones_form=zones_form or ZonesFileForm(formdata=None),
        schools_form=schools_form or SchoolsFileForm(formdata=None),
    )


@blueprint.post("/<slug>/zones")
@requires(Permission.PROJECT_EDIT)
def zones_upload(slug: str) -> flask.typing.ResponseReturnValue:
    """Keep the file and go on to its fields."""
    project = queries.project_or_404(db.session(), slug)
    form = ZonesFileForm()
    if form.validate_on_submit():
        try:
            token = uploads.take(form.zones.data, uploads.AREAS)
            preview(uploads.path_of(token))
            return flask.redirect(flask.url_for("projects.zones_fields", slug=slug, token=token))
        except Refused as refused:
            form.zones.errors = [refused.message]
    return zones_page(project, zones_form=form), 422


@blueprint.route("/<slug>/zones/files/<token>", methods=["GET", "POST"])
@requires(Permission.PROJECT_EDIT)
def zones_fields(slug: str, token: str) -> flask.typing.ResponseReturnValue:
    """Which field is what; a file with problems is taken in only when the planner says so, whole rows only."""
    project = queries.project_or_404(db.session(), slug)
    path = uploads.path_of(token)
    seen = preview(path)
    form = fields_form(seen)
    found = None
    if form.validate_on_submit():
        read = imports.read_zones(path, form.code_field.data, form.name_field.data)
        if read.zones and (not read.report.rejected or form.accepted.data == str(read.report.accepted)):
            with writing(db) as session:
                imports.store_zones(session, queries.project_or_404(session, slug), form.kind.data or "", read)
            uploads.forget(token)
            flask.flash(_("%(count)s zones are taken in.", count=read.report.accepted))
            return flask.redirect(flask.url_for("projects.zones", slug=slug))
        found = read.report
    answer = flask.render_template(
        "projects/zones_fields.html",
        project=project,
        form=form,
        preview=seen,
        report=found,
        file_name=uploads.name_of(token),
    )
    return answer, 422 if form.is_submitted() else 200


def fields_form(seen: Preview) -> ZoneFieldsForm:
    code = seen.guess("grunnkrets", "kode", "nummer", "code", "nr", "id")
    name = seen.guess("navn", "name")
    form = ZoneFieldsForm(data=None if flask.request.method == "POST" else {"code_field": code, "name_field": name})
    form.code_field.choices = form.name_field.choices = [(field, field) for field in seen.fields]
    return form


@blueprint.post("/<slug>/zones/delete")
@requires(Permission.PROJECT_EDIT)
def zones_delete(slug: str) -> flask.typing.ResponseReturnValue:
    """Remove all zones of one kind."""
    with writing(db) as session:
        project = queries.project_or_404(session, slug)
        count = services.delete_zones(session, project, flask.request.form.get("kind", ""))
    flask.flash(_("%(count)s zones are removed. Upload the file again to have them back.", count=count))
    return flask.redirect(flask.url_for("projects.zones", slug=slug))
