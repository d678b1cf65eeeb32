"""What the map beside a drawing shows before it is taken in."""

from __future__ import annotations

from typing import Any

import flask
from flask_babel import gettext as _

from participation.assets import asset
from participation.basemaps.sources import map_sources
from participation.extensions import db
from participation.map_layers.images.image_file import Drawing
from participation.map_layers.images.whereabouts import Whereabouts
from participation.projects import extent
from participation.projects.file_map import box_around
from participation.projects.files.fitting import NORWAY
from participation.projects.models import Project

SEE_THROUGH = 0.7


def drawing_map(project: Project, token: str, found: Whereabouts, drawing: Drawing | None) -> dict[str, Any]:
    """The drawing as an overlay that can be put away, where it can be laid out; bounds in degrees, WGS84."""
    home = extent.map_bounds(db.session(), project)
    bounds = drawing.bounds if drawing else home
    shown: dict[str, Any] = {"bounds": bounds, "home": None if home == NORWAY else home}
    shown["sources"] = map_sources(bounds if home == NORWAY else box_around(bounds, home))
    if drawing is None or found.system is None:
        return shown
    url = flask.url_for("map_layers.drawing_image", slug=project.slug, token=token, epsg=found.system.epsg)
    layer = {"id": 0, "kind": "image", "name": _("Plan drawing"), "url": url, "colour": "", "opacity": SEE_THROUGH}
    overlay = {**layer, "attribution": "", "bounds": drawing.bounds}
    return {**shown, "overlays": {"style": asset("css/overlays.css"), "layers": [overlay]}}
