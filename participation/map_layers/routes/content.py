"""A layer's content, for the maps that show it."""

from __future__ import annotations

import flask

from participation.accounts.access import may, public
from participation.accounts.permissions import Permission
from participation.extensions import db
from participation.map_layers import queries
from participation.map_layers.models import IMAGE, MapLayer
from participation.map_layers.routes.blueprint import blueprint

DAY, MOMENT = "public, max-age=86400", "private, max-age=3600"


@blueprint.get("/layers/<int:layer_id>/<version>")
@public
def content(layer_id: int, version: str) -> flask.Response:
    """GeoJSON's geometries with labels, or an image: for all while an open activity shows it, else for the project's people."""
    layer = db.session.get(MapLayer, layer_id)
    if layer is None or layer.version != version:
        flask.abort(404)
    for_all = queries.is_for_all(layer)
    flask.g.project_id = layer.project_id
    if not for_all and not may(Permission.PROJECT_SEE):
        flask.abort(404)
    response = flask.Response(layer.content, mimetype="image/webp" if layer.kind == IMAGE else "application/json")
    response.headers["Cache-Control"] = DAY if for_all else MOMENT
    response.set_etag(version)
    return response.make_conditional(flask.request)  # type: ignore[return-value]
