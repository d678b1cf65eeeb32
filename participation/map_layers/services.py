"""Changes to map layers."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from participation.activities.models import Activity
from participation.clock import now
from participation.map_layers import queries, vector_rows
from participation.map_layers.images.image_file import Drawing
from participation.map_layers.models import IMAGE, VECTOR, MapLayer, ShownLayer
from participation.projects.files.fitting import Bounds
from participation.projects.models import Project
from participation.removals.services import Removed, remove


def add_vector_layer(
    session: Session, project: Project, name: str, source: bytes, bounds: Bounds, rows: int
) -> MapLayer:
    """A layer on top of the others, of what `vector_rows.drawn` made."""
    layer = _added(session, project, VECTOR, name, bounds)
    layer.source, layer.rows = source.decode(), rows
    label(layer, "")
    return layer


def add_image_layer(session: Session, project: Project, name: str, drawing: Drawing) -> MapLayer:
    """A drawing on top of the other layers."""
    layer = _added(session, project, IMAGE, name, drawing.bounds)
    layer.content, layer.version, layer.opacity = drawing.webp, vector_rows.version_of(drawing.webp), 80
    return layer


def label(layer: MapLayer, field: str) -> None:
    """Write this attribute beside each row of a vector layer; "" = none."""
    layer.label_field = field
    layer.content = vector_rows.labelled(layer.source, field)
    layer.version = vector_rows.version_of(layer.content)


def show_in(session: Session, layer: MapLayer, activities: Iterable[int]) -> None:
    """Let those who answer these activities of the project see it, and no others."""
    wanted = select(Activity).where(Activity.project_id == layer.project_id, Activity.id.in_(list(activities)))
    layer.shown_in = list(session.scalars(wanted.order_by(Activity.id)))


def move(session: Session, layer: MapLayer, position: int) -> None:
    """Put the layer there, 1 = on top, and number all anew."""
    others = [one for one in queries.layers(session, layer.project) if one.id != layer.id]
    others.insert(max(0, min(position, len(others) + 1) - 1), layer)
    for number, one in enumerate(others, 1):
        one.position = number


def delete(session: Session, layer: MapLayer) -> Removed:
    """Nobody sees it any more; by what it is brought back."""
    shown = session.scalars(select(ShownLayer).where(ShownLayer.layer_id == layer.id)).all()
    return remove(session, layer.project_id, layer, shown)


def _added(session: Session, project: Project, kind: str, name: str, bounds: Bounds) -> MapLayer:
    first = session.scalar(select(func.min(MapLayer.position)).where(MapLayer.project_id == project.id))
    west, south, east, north = bounds
    layer = MapLayer(
        project_id=project.id,
        kind=kind,
        name=name.strip()[:80],
        position=1 if first is None else first - 1,
        colour="#0b3c7d",
        west=west,
        south=south,
        east=east,
        north=north,
        version="",
        content=b"",
        created_at=now(),
    )
    session.add(layer)
    session.flush()
    return layer
