"""A layer from a drawing that has its place."""

from __future__ import annotations

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
from participation.map_layers.forms import DrawingForm
from participation.map_layers.images.image_file import Drawing, read_drawing
from participation.map_layers.routes.blueprint import blueprint
from participation.map_layers.routes.index import page
from participation.projects import extent
from participation.projects.access import project_at
from participation.projects.models import Project


@blueprint.post("/projects/<slug>/layers/drawings")
@requires(Permission.PROJECT_EDIT)
@records(Act.LAYERS_CHANGED)
def drawing_upload(slug: str) -> flask.typing.ResponseReturnValue:
    """Lay the drawing out for the map; nobody but planners sees it yet."""
    project = project_at(slug)
    form = DrawingForm()
    form.offer_systems()
    drawing = drawing_in(form, project) if form.validate_on_submit() else None
    if drawing is None:
        return page(project, drawing_form=form), 422
    with writing(db) as session:
        services.add_image_layer(session, project_at(slug), form.name.data or "", drawing)
    flask.flash(_("The drawing is taken in. See on the map whether it lies right, and choose who sees it."))
    return flask.redirect(flask.url_for("map_layers.index", slug=slug))


def drawing_in(form: DrawingForm, project: Project) -> Drawing | None:
    """None when it is refused, and why stands at the field."""
    world = form.world.data.read(10_000) if form.world.data else None
    home = extent.surroundings(db.session(), project)
    try:
        return read_drawing(form.drawing.data.stream, world, form.system(), home)
    except Refused as refused:
        form.drawing.errors = [refused.message]
        return None
