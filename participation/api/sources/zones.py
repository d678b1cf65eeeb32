"""The zones of a project."""

from __future__ import annotations

from flask_babel import gettext as _
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from exports.lots import Row
from exports.table import Column
from participation.activities.models import Activity
from participation.api.sources.held import Held
from participation.api.sources.source import Bounds
from participation.languages import current
from participation.projects import queries
from participation.projects.models import Project, Zone


def source(session: Session, project: Project, _activity: Activity | None) -> Held:
    """All kinds of them."""
    language = current()
    columns = [
        Column("id", "integer", {language: _("No.")}),
        Column("kind", "text", {language: _("Kind")}),
        Column("code", "text", {language: _("Zone code")}),
        Column("name", "text", {language: _("Zone")}),
        Column("population", "integer", {language: _("Population")}),
    ]
    found = queries.zones(session, project)
    rows = (Row((zone.id, zone.kind, zone.code, zone.name, zone.population), zone.geometry) for zone in found)
    return Held(columns, rows)


def bounds(session: Session, project: Project, _activity: Activity | None) -> Bounds | None:
    """Of them all."""
    ends = (func.min(Zone.west), func.min(Zone.south), func.max(Zone.east), func.max(Zone.north))
    found = session.execute(select(*ends).where(Zone.project_id == project.id)).one()
    return None if found[0] is None else list(found)
