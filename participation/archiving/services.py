"""Changes to whole projects: putting one away, taking it out again, making another like it."""

from __future__ import annotations

import orjson
from flask_babel import gettext as _
from sqlalchemy import inspect
from sqlalchemy.orm import Session

from participation.activities import pictures
from participation.activities import queries as activities
from participation.activities import services as activity_services
from participation.activities.models import OPEN, PAUSED, SCHEDULED, Activity
from participation.barnetrakk.models import BarnetrakkMapping
from participation.database import Base
from participation.errors import Refused
from participation.map_layers import queries as map_layers
from participation.map_layers.models import MapLayer
from participation.project_page import queries as project_page
from participation.projects import queries as projects
from participation.projects import services as project_services
from participation.projects.models import Project

# What a new project says of itself: its own name, its own days, and nothing to the public yet.
NOT_COPIED = frozenset(
    {"id", "slug", "name", "is_demo", "created_at", "archived_at", "public_since"}
    | {"opt_out_by", "delete_by", "dpia_done_on"}
)


def archive(session: Session, project: Project) -> None:
    """Put it away; refused while something in it is open."""
    working = {OPEN, PAUSED, SCHEDULED}
    still = [one.title for one in activities.activities(session, project) if one.state in working]
    if still:
        raise Refused(_("Close these first: %(titles)s.", titles=", ".join(still)))
    project_services.archive(project)


def copy_project(session: Session, source: Project, name: str) -> Project:
    """A project like `source`: settings, area, zones, schools, map layers, phases, contact persons, and its questionnaires.

    Nothing anybody has answered, no dates of privacy, and nobody who takes part. Its activities are not open.
    """
    made = project_services.add_project(session, project_services.free_slug(session, name), name, source.area)
    take_over(source, made, NOT_COPIED)
    rows: list[Base] = [*projects.zones(session, source), *projects.schools(session, source)]
    rows += [*project_page.phases(session, source), *project_page.contacts(session, source)]
    for row in rows:
        session.add(take_over(row, type(row)(project_id=made.id), frozenset({"id", "project_id"})))
    copies = {one.id: copy_activity(session, one, made) for one in reversed(activities.activities(session, source))}
    for layer in map_layers.layers(session, source):
        copied = MapLayer(project_id=made.id, shown_in=[copy for one in layer.shown_in if (copy := copies[one.id])])
        session.add(take_over(layer, copied, frozenset({"id", "project_id"})))
    return made


def take_over(source: Base, made: Base, but: frozenset[str]) -> Base:
    """`made` with every column of `source` but some."""
    for column in inspect(type(source)).column_attrs:
        if column.key not in but:
            setattr(made, column.key, getattr(source, column.key))
    return made


def copy_activity(session: Session, source: Activity, project: Project) -> Activity | None:
    """The newest questionnaire of an activity as the first of another; None where it has none."""
    newest = activities.newest_version(session, source)
    if newest is None:
        return None
    document, shown = orjson.loads(newest.document), pictures.all_of(session, newest)
    made = activity_services.add_activity(session, project, source.kind, source.title, None, document, shown)
    made.only_invited = source.only_invited
    nationally = session.get(BarnetrakkMapping, source.id)
    if nationally:
        session.flush()
        session.add(take_over(nationally, BarnetrakkMapping(activity_id=made.id), frozenset({"activity_id"})))
    return made
