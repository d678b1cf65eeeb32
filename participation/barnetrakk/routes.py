"""The national product of an activity: what its categories are there, and the sheet that describes it."""

from __future__ import annotations

import flask
from flask_babel import gettext as _

from exports.barnetrakk.metadata_xml import as_xml
from participation import languages
from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.activities.models import Activity
from participation.activities.queries import activity_or_404
from participation.audit.acts import Act
from participation.audit.recording import records
from participation.barnetrakk import queries, services
from participation.barnetrakk.forms import MappingForm, chosen_in, form_of, rows
from participation.barnetrakk.metadata import facts, metadata
from participation.database import writing
from participation.extensions import db
from participation.projects.access import project_at
from participation.projects.models import Project

blueprint = flask.Blueprint("barnetrakk", __name__, url_prefix="/projects/<slug>/activities/<int:identity>/barnetrakk")


@blueprint.get("")
@requires(Permission.RESPONSE_EXPORT)
def index(slug: str, identity: int) -> str:
    """The product: what each category is in it, its files, and its metadata."""
    project = project_at(slug)
    return page(project, activity_or_404(db.session(), project, identity))


@blueprint.post("")
@requires(Permission.ACTIVITY_EDIT)
@records(Act.PRODUCT_CHANGED)
def choose(slug: str, identity: int) -> flask.typing.ResponseReturnValue:
    """Let the categories be something else."""
    project = project_at(slug)
    activity = activity_or_404(db.session(), project, identity)
    form = _form(activity)
    if not form.validate_on_submit():
        return page(project, activity, form), 422
    with writing(db) as session:
        found = activity_or_404(session, project_at(slug), identity)
        services.choose(session, found, chosen_in(form, queries.asked(session, found)))
    flask.flash(_("Saved. The files are made as you have chosen from now on."))
    return flask.redirect(flask.url_for("barnetrakk.index", slug=slug, identity=identity))


@blueprint.get("/metadata")
@requires(Permission.RESPONSE_EXPORT)
def sheet(slug: str, identity: int) -> str:
    """The metadata to read and print."""
    project = project_at(slug)
    activity = activity_or_404(db.session(), project, identity)
    told = metadata(activity, _address())
    return flask.render_template("barnetrakk/sheet.html", project=project, activity=activity, facts=facts(told))


@blueprint.get("/metadata.xml")
@requires(Permission.RESPONSE_EXPORT)
def sheet_xml(slug: str, identity: int) -> flask.Response:
    """The metadata for programs."""
    activity = activity_or_404(db.session(), project_at(slug), identity)
    answer = flask.Response(as_xml(metadata(activity, _address())), mimetype="application/xml")
    answer.headers.set("Content-Disposition", "attachment", filename=f"{slug}-{identity}-barnetrakk-metadata.xml")
    return answer


def page(project: Project, activity: Activity, form: MappingForm | None = None) -> str:
    asked = queries.asked(db.session(), activity)
    form, language = form or _form(activity), languages.current()
    return flask.render_template(
        "barnetrakk/index.html", project=project, activity=activity, form=form, rows=list(rows(form, asked, language))
    )


def _form(activity: Activity) -> MappingForm:
    session = db.session()
    return form_of(queries.chosen(session, activity), queries.asked(session, activity), languages.current())


def _address() -> str:
    return str(flask.current_app.config["BASE_URL"] or flask.request.host_url)
