"""Map layers and the activities that show them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.activities.models import Activity
from participation.clock import UTCDateTime
from participation.database import Base
from participation.projects.models import Project

VECTOR, IMAGE = "vector", "image"


class MapLayer(Base):
    """A layer of a project; `position` 1 lies on top. Bounds are degrees, WGS84.

    `content` is what a browser gets, and `version` its hash: JSON `{"rows": [[geometry, label], …]}`, or WebP whose corners
    are those of the bounds in web mercator. `source`, JSON `[[geometry, attributes], …]`, is what a vector layer's labels
    are chosen from.
    """

    __tablename__ = "map_layer"

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(80))
    position: Mapped[int]
    colour: Mapped[str] = mapped_column(String(7))
    opacity: Mapped[int] = mapped_column(default=100)
    label_field: Mapped[str] = mapped_column(String(200), default="")
    attribution: Mapped[str] = mapped_column(String(200), default="")
    rows: Mapped[int] = mapped_column(default=0)
    west: Mapped[float]
    south: Mapped[float]
    east: Mapped[float]
    north: Mapped[float]
    version: Mapped[str] = mapped_column(String(16))
    source: Mapped[str] = mapped_column(Text, default="", deferred=True)
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)

    project: Mapped[Project] = relationship()
    shown_in: Mapped[list[Activity]] = relationship(secondary="shown_layer", order_by=Activity.id, passive_deletes=True)


class ShownLayer(Base):
    """An activity whose respondents see a layer."""

    __tablename__ = "shown_layer"

    layer_id: Mapped[int] = mapped_column(ForeignKey("map_layer.id", ondelete="CASCADE"), primary_key=True)
    activity_id: Mapped[int] = mapped_column(
        ForeignKey("activity.id", ondelete="CASCADE"), primary_key=True, index=True
    )
