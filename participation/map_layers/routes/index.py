"""Every layer of a project, in the order they lie on each other, and files for more."""

from __future__ import annotations

from collections.abc import Sequence

import flask

from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.basemaps.sources import map_sources
from participation.extensions import db
from participation.map_layers import queries
from participation.map_layers.forms import DrawingForm, LayerFileForm
from participation.map_layers.models import MapLayer
from participation.map_layers.routes.blueprint import blueprint
from participation.projects import extent
from participation.projects.access import project_at
from participation.projects.models import Project


@blueprint.get("/projects/<slug>/layers")
@requires(Permission.PROJECT_SEE)
def index(slug: str) -> str:
    """The layers beside the map they lie on."""
    return page(project_at(slug))


def box_of(found: Sequence[MapLayer]) -> extent.Bounds | None:
    """Around all layers; None where there are none."""
    if not found:
        return None
    west, south = min(one.west for one in found), min(one.south for one in found)
    return (west, south, max(one.east for one in found), max(one.north for one in found))


def page(project: Project, file_form: LayerFileForm | None = None, drawing_form: DrawingForm | None = None) -> str:
    session = db.session()
    found = queries.layers(session, project)
    bounds = box_of(found) or extent.map_bounds(session, project)
    return flask.render_template(
        "map_layers/index.html",
        project=project,
        layers=found,
        file_form=file_form or LayerFileForm(formdata=None),
        drawing_form=drawing_form or DrawingForm(formdata=None),
        map={"bounds": bounds, "sources": map_sources(bounds), "overlays": queries.overlays(found)},
    )
