"""A layer from a drawing that has its place: seen on the map before it is taken in."""

from __future__ import annotations

from pathlib import Path

import flask
from flask_babel import gettext as _

from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.audit.acts import Act
from participation.audit.recording import records
from participation.database import writing
from participation.errors import Refused
from participation.extensions import db
from participation.map_layers import services
from participation.map_layers.forms import DrawingForm, DrawingLookForm
from participation.map_layers.images import kept
from participation.map_layers.images.image_file import Drawing
from participation.map_layers.images.whereabouts import Whereabouts, whereabouts
from participation.map_layers.routes.blueprint import blueprint
from participation.map_layers.routes.drawing_map import drawing_map
from participation.map_layers.routes.index import page
from participation.projects import extent
from participation.projects.access import project_at
from participation.projects.files import uploads
from participation.projects.files.systems import system_of
from participation.projects.models import Project
from participation.projects.taking_in import TO_LOOK


@blueprint.post("/projects/<slug>/layers/drawings")
@requires(Permission.PROJECT_EDIT)
def drawing_upload(slug: str) -> flask.typing.ResponseReturnValue:
    """Keep the drawing and go on to where it lies."""
    project = project_at(slug)
    form = DrawingForm()
    if form.validate_on_submit():
        try:
            token = kept.keep(form.drawing.data, form.world.data)
            return flask.redirect(flask.url_for("map_layers.drawing_look", slug=slug, token=token))
        except Refused as refused:
            form.drawing.errors = [refused.message]
    return page(project, drawing_form=form), 422


@blueprint.route("/projects/<slug>/layers/drawings/<token>", methods=["GET", "POST"])
@requires(Permission.PROJECT_EDIT)
@records(Act.LAYERS_CHANGED)
def drawing_look(slug: str, token: str) -> flask.typing.ResponseReturnValue:
    """Where it lies, and in which system; taken in as the planner has seen it, and nobody but planners sees it yet."""
    project = project_at(slug)
    form = DrawingLookForm()
    found = looked_at(token, project)
    drawing, refusal = laid_out(token, found)
    only_look = flask.request.method == "GET" or any(name in flask.request.form for name in TO_LOOK)
    seen = form.seen.data == (found.system.code if found.system else "")
    form.offer(found)
    if drawing and seen and not only_look and form.validate_on_submit():
        return taken_in(slug, token, form.name.data or "", drawing)
    if flask.request.method == "GET":
        form.name.data = Path(uploads.name_of(token)).stem[:80]
    answer = flask.render_template(
        "map_layers/drawing.html",
        project=project,
        form=form,
        found=found,
        refusal=refusal,
        file_name=uploads.name_of(token),
        map=drawing_map(project, token, found, drawing),
    )
    return answer, 200 if only_look else 422


@blueprint.get("/projects/<slug>/layers/drawings/<token>/<int:epsg>")
@requires(Permission.PROJECT_EDIT)
def drawing_image(slug: str, token: str, epsg: int) -> flask.Response:
    """The drawing as WebP, laid out in this system."""
    project_at(slug)
    system = system_of(str(epsg)) or flask.abort(404)
    response = flask.Response(kept.drawn(token, system.epsg).webp, mimetype="image/webp")
    response.headers["Cache-Control"] = "private, max-age=3600"
    return response


def looked_at(token: str, project: Project) -> Whereabouts:
    """As the planner has said so far."""
    said = flask.request.form
    system = system_of(said.get("offer") or said.get("epsg") or said.get("crs"))
    return whereabouts(kept.waiting(token), system, extent.surroundings(db.session(), project))


def laid_out(token: str, found: Whereabouts) -> tuple[Drawing | None, str]:
    """The drawing, or why there is none to be seen."""
    if found.system is None:
        return None, ""
    try:
        return kept.drawn(token, found.system.epsg), ""
    except Refused as refused:
        return None, refused.message


def taken_in(slug: str, token: str, name: str, drawing: Drawing) -> flask.typing.ResponseReturnValue:
    with writing(db) as session:
        services.add_image_layer(session, project_at(slug), name, drawing)
    uploads.forget(token)
    flask.flash(_("The drawing is taken in. Choose who sees it."))
    return flask.redirect(flask.url_for("map_layers.index", slug=slug))
