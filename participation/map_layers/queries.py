"""Reading map layers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import flask
from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from participation.activities.models import OPEN, PAUSED, Activity
from participation.assets import asset
from participation.map_layers.models import MapLayer, ShownLayer
from participation.projects.models import Project

TAKING_PART = (OPEN, PAUSED)


def layers(session: Session, project: Project) -> Sequence[MapLayer]:
    """The project's layers, the topmost first, with the activities that show them."""
    wanted = select(MapLayer).where(MapLayer.project_id == project.id).options(selectinload(MapLayer.shown_in))
    return session.scalars(wanted.order_by(MapLayer.position, MapLayer.id)).all()


def layers_shown(session: Session, activity: Activity) -> Sequence[MapLayer]:
    """What the activity's respondents see, the topmost first."""
    wanted = select(MapLayer).join(ShownLayer, ShownLayer.layer_id == MapLayer.id)
    wanted = wanted.where(ShownLayer.activity_id == activity.id)
    return session.scalars(wanted.order_by(MapLayer.position, MapLayer.id)).all()


def layer_or_404(session: Session, project: Project, layer_id: int) -> MapLayer:
    """The project's layer with this id; a missing one or another project's is a 404."""
    layer = session.get(MapLayer, layer_id)
    if layer is None or layer.project_id != project.id:
        flask.abort(404)
    return layer


def is_for_all(layer: MapLayer) -> bool:
    """True while an activity that people take part in shows it."""
    return any(activity.state in TAKING_PART for activity in layer.shown_in)


def overlays(found: Iterable[MapLayer]) -> dict[str, Any]:
    """Layers as static/js/map/types.js has them, and the style sheet they need."""
    return {"style": asset("css/overlays.css"), "layers": [overlay(layer) for layer in found]}


def overlays_shown(session: Session, activity: Activity) -> dict[str, Any]:
    """For the data of a map that the activity's respondents see: empty where it shows no layers."""
    found = layers_shown(session, activity)
    return {"overlays": overlays(found)} if found else {}


def overlays_of(session: Session, project: Project) -> dict[str, Any]:
    """For the data of a planner's map: every layer, or nothing."""
    found = layers(session, project)
    return {"overlays": overlays(found)} if found else {}


def overlay(layer: MapLayer) -> dict[str, Any]:
    """Bounds are west, south, east, north in degrees."""
    return {
        "id": layer.id,
        "kind": layer.kind,
        "name": layer.name,
        "url": flask.url_for("map_layers.content", layer_id=layer.id, version=layer.version),
        "colour": layer.colour,
        "opacity": layer.opacity / 100,
        "attribution": layer.attribution,
        "bounds": [layer.west, layer.south, layer.east, layer.north],
    }
