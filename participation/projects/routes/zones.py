"""Zones of a project, from a file."""

from __future__ import annotations

import flask
from flask_babel import gettext as _
from flask_babel import ngettext

from participation import undoing
from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.audit.acts import Act
from participation.audit.recording import records
from participation.database import writing
from participation.extensions import db
from participation.projects import queries, services
from participation.projects.access import project_at
from participation.projects.file_forms import SchoolsFileForm, ZoneFieldsForm, ZonesFileForm, field_choices
from participation.projects.files.preview import Preview
from participation.projects.models import Project, Zone
from participation.projects.population.forms import PopulationFileForm
from participation.projects.routes.blueprint import blueprint
from participation.projects.taking_in import Intake, keep, take_in
from participation.projects.zone_file import ZoneFields, read_zones, store_zones
from participation.removals import services as removals


def fields_form(seen: Preview, _file_name: str) -> ZoneFieldsForm:
    form = ZoneFieldsForm()
    form.code_field.choices = form.name_field.choices = field_choices(seen.fields)
    form.population_field.choices = form.dwellings_field.choices = field_choices(seen.fields, _("None"))
    return form


def guesses(seen: Preview) -> dict[str, str | None]:
    return {
        "code_field": seen.guess(
            "grunnkrets", "kommunenummer", "delomr", "kode", "nummer", "code", "ssbid", "nr", "id"
        ),
        "name_field": seen.guess("navn", "name", "bydel"),
        "population_field": seen.guess("befolkning", "folketall", "innbygger", "poptot", "population"),
        "dwellings_field": seen.guess("boliger_per_km2", "dwellings_per_km2"),
    }


def fields_of(form: ZoneFieldsForm) -> ZoneFields:
    population, dwellings = form.population_field.data or None, form.dwellings_field.data or None
    return ZoneFields(form.code_field.data, form.name_field.data, population, dwellings)


ZONES = Intake(
    fields_endpoint="projects.zones_fields",
    done_endpoint="projects.zones",
    template="projects/zones_fields.html",
    form=fields_form,
    guesses=guesses,
    read=lambda path, form: read_zones(path, fields_of(form), form.reading()),
    store=lambda session, project, form, read: store_zones(session, project, form.kind.data or "", read),
    told=lambda count: ngettext("One zone is taken in.", "%(num)s zones are taken in.", count),
    areas=True,
)


@blueprint.get("/<slug>/zones")
@requires(Permission.PROJECT_SEE)
def zones(slug: str) -> str:
    """The project's zones by kind, its schools, and files to take in."""
    return zones_page(project_at(slug))


def zones_page(
    project: Project,
    zones_form: ZonesFileForm | None = None,
    schools_form: SchoolsFileForm | None = None,
    population_form: PopulationFileForm | None = None,
) -> str:
    session = db.session()
    return flask.render_template(
        "projects/zones.html",
        project=project,
        kinds=queries.zone_kinds(session, project),
        schools=queries.schools(session, project),
        zones_form=zones_form or ZonesFileForm(formdata=None),
        schools_form=schools_form or SchoolsFileForm(formdata=None),
        population_form=population_form or PopulationFileForm(formdata=None),
    )


@blueprint.post("/<slug>/zones")
@requires(Permission.PROJECT_EDIT)
def zones_upload(slug: str) -> flask.typing.ResponseReturnValue:
    """Keep the file and go on to its fields."""
    project = project_at(slug)
    form = ZonesFileForm()
    kept = keep(form.zones, slug, ZONES) if form.validate_on_submit() else None
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
        count, removed = services.delete_zones(session, project, flask.request.form.get("kind", ""))
    if removed:
        told = ngettext("One zone is removed.", "%(num)s zones are removed.", count)
        undoing.offer(told, flask.url_for("projects.zones_undo", slug=slug), **removed._asdict())
    return flask.redirect(flask.url_for("projects.zones", slug=slug))


@blueprint.post("/<slug>/zones/undo")
@requires(Permission.PROJECT_EDIT)
@records(Act.ZONES_CHANGED)
def zones_undo(slug: str) -> flask.typing.ResponseReturnValue:
    """Bring back the zones that were just removed."""
    project_at(slug)
    removed = removals.Removed(**undoing.gone())
    with writing(db) as session:
        removals.bring_back(session, project_at(slug).id, removed, {Zone.__tablename__})
    flask.flash(_("The zones are back as they were."))
    return flask.redirect(flask.url_for("projects.zones", slug=slug))
