"""How many live in the zones of a project, from a table without a map."""

from __future__ import annotations

import flask
from flask_babel import ngettext

from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.audit.acts import Act
from participation.audit.recording import records
from participation.database import writing
from participation.errors import Refused
from participation.extensions import db
from participation.projects import queries
from participation.projects.access import project_at
from participation.projects.files import uploads
from participation.projects.population.forms import PopulationFileForm
from participation.projects.population.joining import store_population
from participation.projects.population.look import look_into
from participation.projects.population.table_file import KINDS
from participation.projects.routes.blueprint import blueprint
from participation.projects.routes.zones import zones_page

HEADING = "#population-heading"


@blueprint.post("/<slug>/zones/population")
@requires(Permission.PROJECT_EDIT)
def population_upload(slug: str) -> flask.typing.ResponseReturnValue:
    """Keep the table and go on to what it says of each zone."""
    project = project_at(slug)
    form = PopulationFileForm()
    token = None
    if form.validate_on_submit():
        try:
            token = uploads.take(form.table.data, KINDS)
            look_into(uploads.path_of(token, KINDS), queries.zones(db.session(), project))
            return flask.redirect(flask.url_for("projects.population_fields", slug=slug, token=token))
        except Refused as refused:
            uploads.forget(token or "")
            form.table.errors = [refused.message]
    return zones_page(project, population_form=form), 422


@blueprint.route("/<slug>/zones/population/<token>", methods=["GET", "POST"])
@requires(Permission.PROJECT_EDIT)
@records(Act.ZONES_CHANGED)
def population_fields(slug: str, token: str) -> flask.typing.ResponseReturnValue:
    """What fits and what does not; taken in when the planner has seen just that."""
    project = project_at(slug)
    look = look_into(uploads.path_of(token, KINDS), queries.zones(db.session(), project))
    numbers = look.joined.numbers
    if look.is_agreed:
        with writing(db) as session:
            store_population(session, project_at(slug), look.form.kind.data, numbers)
        uploads.forget(token)
        told = ngettext("One zone has got its inhabitants.", "%(num)s zones have got their inhabitants.", len(numbers))
        flask.flash(told)
        return flask.redirect(flask.url_for("projects.zones", slug=slug) + HEADING)
    page = flask.render_template(
        "projects/population.html", project=project, look=look, form=look.form, file_name=uploads.name_of(token)
    )
    return page, 422 if look.is_asked else 200
