"""Zones of a project, from a file."""

from __future__ import annotations

import flask
from flask_babel import ngettext
from wtforms.fields.choices import SelectChoice

from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.audit.acts import Act
from participation.audit.recording import records
from participation.database import writing
from participation.extensions import db
from participation.projects import queries, services
from participation.projects.access import project_at
from participation.projects.files import uploads
from participation.projects.files.preview import Preview
from participation.projects.forms import SchoolsFileForm, ZoneFieldsForm, ZonesFileForm
from participation.projects.models import Project
from participation.projects.routes.blueprint import blueprint
from participation.projects.routes.taking_in import Intake, keep, take_in
from participation.projects.zone_file import read_zones, store_zones


def fields_form(seen: Preview) -> ZoneFieldsForm:
    code = seen.guess("grunnkrets", "kode", "nummer", "code", "nr", "id")
    name = seen.guess("navn", "name")
    form = ZoneFieldsForm(data=None if flask.request.method == "POST" else {"code_field": code, "name_field": name})
    form.code_field.choices = form.name_field.choices = [SelectChoice(field) for field in seen.fields]
    return form


ZONES = Intake(
    fields_endpoint="projects.zones_fields",
    template="projects/zones_fields.html",
    form=fields_form,
    read=lambda path, form: read_zones(path, form.code_field.data, form.name_field.data),
    store=lambda session, project, form, read: store_zones(session, project, form.kind.data or "", read),
    told=lambda count: ngettext("One zone is taken in.", "%(num)s zones are taken in.", count),
)


@blueprint.get("/<slug>/zones")
@requires(Permission.PROJECT_SEE)
def zones(slug: str) -> str:
    """The project's zones by kind, its schools, and files to take in."""
    return zones_page(project_at(slug))


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
    project = project_at(slug)
    form = ZonesFileForm()
    kept = keep(form.zones, uploads.AREAS, slug, ZONES) if form.validate_on_submit() else None
    return kept or (zones_page(project, zones_form=form), 422)


@blueprint.route("/<slug>/zones/files/<token>", methods=["GET", "POST"])
@requires(Permission.PROJECT_EDIT)
@records(Act.ZONES_CHANGED)
def zones_fields(slug: str, token: str) -> flask.typing.ResponseReturnValue:
    """Which field is what, and the problems."""
    return take_in(slug, token, ZONES)


@blueprint.post("/<slug>/zones/delete")
@requires(Permission.PROJECT_EDIT)
@records(Act.ZONES_CHANGED)
def zones_delete(slug: str) -> flask.typing.ResponseReturnValue:
    """Remove all zones of one kind."""
    with writing(db) as session:
        project = project_at(slug)
        count = services.delete_zones(session, project, flask.request.form.get("kind", ""))
    removed = ngettext(
        "One zone is removed. Upload the file again to have it back.",
        "%(num)s zones are removed. Upload the file again to have them back.",
        count,
    )
    flask.flash(removed)
    return flask.redirect(flask.url_for("projects.zones", slug=slug))
