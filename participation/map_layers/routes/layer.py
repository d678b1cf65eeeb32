"""One layer: how it looks, who sees it, where in the order it lies."""

from __future__ import annotations

from typing import Any

import flask
from flask_babel import gettext as _

from participation import undoing
from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.activities.queries import activities
from participation.audit.acts import Act
from participation.audit.recording import records
from participation.database import writing
from participation.extensions import db
from participation.map_layers import queries, services, vector_rows
from participation.map_layers.forms import LayerForm
from participation.map_layers.models import VECTOR, MapLayer
from participation.map_layers.routes.blueprint import blueprint
from participation.projects.access import project_at
from participation.removals import services as removals


@blueprint.route("/projects/<slug>/layers/<int:layer_id>", methods=["GET", "POST"])
@requires(Permission.PROJECT_EDIT)
@records(Act.LAYERS_CHANGED)
def edit(slug: str, layer_id: int) -> flask.typing.ResponseReturnValue:
    """Name, colour, labels, and the activities that show it."""
    project = project_at(slug)
    layer = queries.layer_or_404(db.session(), project, layer_id)
    form = LayerForm(data=as_it_is(layer))
    fields = vector_rows.fields_of(layer.source) if layer.kind == VECTOR else []
    form.offer(layer, fields, activities(db.session(), project))
    if not form.validate_on_submit():
        answer = flask.render_template("map_layers/edit.html", project=project, layer=layer, form=form)
        return answer, 422 if form.is_submitted() else 200
    with writing(db) as session:
        change(queries.layer_or_404(session, project_at(slug), layer_id), form)
        services.show_in(session, queries.layer_or_404(session, project_at(slug), layer_id), form.shown_in.data or [])
    flask.flash(_("Saved."))
    return flask.redirect(flask.url_for("map_layers.index", slug=slug))


def as_it_is(layer: MapLayer) -> dict[str, Any]:
    """What stands in the form before anything is changed."""
    names = ("name", "colour", "label_field", "attribution")
    own = {name: getattr(layer, name) for name in names}
    return own | {"opacity": str(layer.opacity), "shown_in": [activity.id for activity in layer.shown_in]}


def change(layer: MapLayer, form: LayerForm) -> None:
    layer.name, layer.attribution = (form.name.data or "").strip(), (form.attribution.data or "").strip()
    layer.opacity = int(form.opacity.data)
    if layer.kind == VECTOR:
        layer.colour = form.colour.data
        services.label(layer, form.label_field.data or "")


@blueprint.post("/projects/<slug>/layers/<int:layer_id>/move")
@requires(Permission.PROJECT_EDIT)
@records(Act.LAYERS_CHANGED)
def move(slug: str, layer_id: int) -> flask.typing.ResponseReturnValue:
    """To another place in the order: `position`, 1 = on top."""
    position = flask.request.form.get("position", 0, type=int)
    with writing(db) as session:
        services.move(session, queries.layer_or_404(session, project_at(slug), layer_id), position)
    return flask.redirect(flask.url_for("map_layers.index", slug=slug) + f"#layer-{layer_id}")


@blueprint.post("/projects/<slug>/layers/<int:layer_id>/delete")
@requires(Permission.PROJECT_EDIT)
@records(Act.LAYERS_CHANGED)
def delete(slug: str, layer_id: int) -> flask.typing.ResponseReturnValue:
    """Take a layer away."""
    with writing(db) as session:
        layer = queries.layer_or_404(session, project_at(slug), layer_id)
        name = layer.name
        removed = services.delete(session, layer)
    told = _("“%(name)s” is removed.", name=name)
    undoing.offer(told, flask.url_for("map_layers.undo", slug=slug), **removed._asdict())
    return flask.redirect(flask.url_for("map_layers.index", slug=slug))


@blueprint.post("/projects/<slug>/layers/undo")
@requires(Permission.PROJECT_EDIT)
@records(Act.LAYERS_CHANGED)
def undo(slug: str) -> flask.typing.ResponseReturnValue:
    """Bring back the layer that was just removed, for those who saw it."""
    project_at(slug)
    removed = removals.Removed(**undoing.gone())
    with writing(db) as session:
        removals.bring_back(session, project_at(slug).id, removed, {MapLayer.__tablename__})
    flask.flash(_("It is back as it was."))
    return flask.redirect(flask.url_for("map_layers.index", slug=slug))
