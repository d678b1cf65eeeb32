"""Schools of a project, from a file."""

from __future__ import annotations

import flask
from flask_babel import gettext as _
from flask_babel import ngettext

from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.audit.acts import Act
from participation.audit.recording import records
from participation.database import writing
from participation.extensions import db
from participation.projects import services
from participation.projects.access import project_at
from participation.projects.file_forms import SchoolFieldsForm, SchoolsFileForm, field_choices
from participation.projects.files.preview import Preview
from participation.projects.routes.blueprint import blueprint
from participation.projects.routes.zones import zones_page
from participation.projects.school_file import read_schools, store_schools
from participation.projects.taking_in import Intake, keep, take_in

HEADING = "#schools-heading"


def fields_form(seen: Preview, _file_name: str) -> SchoolFieldsForm:
    form = SchoolFieldsForm()
    form.name_field.choices = field_choices(seen.fields)
    form.kind_field.choices = field_choices(seen.fields, _("None"))
    return form


def guesses(seen: Preview) -> dict[str, str | None]:
    return {"name_field": seen.guess("navn", "name", "skole"), "kind_field": seen.guess("type", "kind")}


SCHOOLS = Intake(
    fields_endpoint="projects.schools_fields",
    done_endpoint="projects.zones",
    template="projects/schools_fields.html",
    form=fields_form,
    guesses=guesses,
    read=lambda path, form: read_schools(path, form.name_field.data, form.kind_field.data, form.reading()),
    store=lambda session, project, _form, read: store_schools(session, project, read),
    told=lambda count: ngettext("One school is taken in.", "%(num)s schools are taken in.", count),
    anchor=HEADING,
)


@blueprint.post("/<slug>/schools")
@requires(Permission.PROJECT_EDIT)
def schools_upload(slug: str) -> flask.typing.ResponseReturnValue:
    """Keep the file and go on to its fields."""
    project = project_at(slug)
    form = SchoolsFileForm()
    kept = keep(form.schools, slug, SCHOOLS) if form.validate_on_submit() else None
    return kept or (zones_page(project, schools_form=form), 422)


@blueprint.route("/<slug>/schools/files/<token>", methods=["GET", "POST"])
@requires(Permission.PROJECT_EDIT)
@records(Act.SCHOOLS_CHANGED)
def schools_fields(slug: str, token: str) -> flask.typing.ResponseReturnValue:
    """Which field is what, and the problems."""
    return take_in(slug, token, SCHOOLS)


@blueprint.post("/<slug>/schools/delete")
@requires(Permission.PROJECT_EDIT)
@records(Act.SCHOOLS_CHANGED)
def schools_delete(slug: str) -> flask.typing.ResponseReturnValue:
    """Remove all schools."""
    with writing(db) as session:
        count = services.delete_schools(session, project_at(slug))
    removed = ngettext(
        "One school is removed. Upload the file again to have it back.",
        "%(num)s schools are removed. Upload the file again to have them back.",
        count,
    )
    flask.flash(removed)
    return flask.redirect(flask.url_for("projects.zones", slug=slug) + HEADING)
