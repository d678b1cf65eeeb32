"""What the public may see of an activity: the hexagons of a published file, and nothing besides.

They change in steps of as many respondents as may not be told apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

import shapely
from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from exports.lots import Lot
from exports.table import Column, FeatureTable
from participation.activities.models import Activity, QuestionnaireVersion
from participation.api.asked import Asked
from participation.api.sources.held import Held
from participation.api.sources.source import Bounds, Part
from participation.downloads import mark_queries
from participation.downloads.codebook_for_others import codebook_for_others
from participation.downloads.published import published_table
from participation.downloads.selected import of_marks
from participation.downloads.selection import Selection
from participation.downloads.steps import TOLD_BY, WITH_REPLACED, steps
from participation.kept import kept
from participation.languages import current
from participation.projects.models import Project
from participation.responses.models import Mark, Response


class Published:
    """The hexagons of an activity in the reader's language, worked out when they are asked for and a mark has come or gone."""

    def __init__(self, session: Session, project: Project, activity: Activity) -> None:
        self.session = session
        self.activity = activity
        self.kind = (activity.id, current(), project.crs, project.fewest_in_public, _versions(session, activity.id))

    @cached_property
    def columns(self) -> Sequence[Column]:
        """Those of the table of hexagons, the id first: known without looking at a single mark."""
        return kept("columns of what is published", self.kind, lambda: self._table(()).columns)

    def part(self, asked: Asked) -> Part:
        """What is asked for."""
        return self.held.part(asked)

    def one(self, identity: str) -> Lot | None:
        """The hexagon with this id."""
        return self.held.one(identity)

    @cached_property
    def held(self) -> Held:
        """All of them."""
        told = steps(self.session, self.activity.id, self.activity.project.fewest_in_public)

        def make() -> Held:
            parts = mark_queries.marks_in_parts(self.session, _all_of(self.activity.id), *TOLD_BY)
            table = self._table(told.those_told_of(parts))
            return Held(table.columns, table.rows)

        return kept("published features", (*self.kind, told, *_state(self.session, self.activity.id)), make)

    def _table(self, marks: Iterable[Sequence[Any]]) -> FeatureTable:
        identity, language, crs, fewest, _versions = self.kind
        codebook = codebook_for_others(self.session, identity, fewest)
        return published_table("hexagons", codebook, language, crs, marks, fewest)


def source(session: Session, project: Project, activity: Activity | None) -> Published:
    """What is published of the activity."""
    assert activity is not None
    return Published(session, project, activity)


def bounds(session: Session, project: Project, activity: Activity | None) -> Bounds | None:
    """The project's area: what lies in it is not looked at only to tell where it ends."""
    if project.area:
        return list(shapely.from_geojson(project.area).bounds)
    return source(session, project, activity).held.bounds()


def _versions(session: Session, activity_id: int) -> int:
    """Another whenever its questions have other words."""
    wanted = select(func.count()).where(QuestionnaireVersion.activity_id == activity_id)
    return session.scalar(wanted) or 0


def _all_of(activity_id: int) -> Selection:
    """With the replaced, as what was corrected may be told of for a while."""
    return Selection(activity_id, also=WITH_REPLACED)


def _state(session: Session, activity_id: int) -> Sequence[Any]:
    """Another whenever another set of marks may be shown."""
    mixed = func.sum(Mark.id % 9973 * (Mark.id % 10007))
    replaced = func.count(Response.replaced_by_id), func.sum(Response.replaced_by_id)
    told = func.sum(case((Response.told, Response.id), else_=0))
    marks = select(func.count(Mark.id), func.sum(Mark.id), mixed, *replaced, told).select_from(Mark)
    return tuple(session.execute(of_marks(marks, _all_of(activity_id))).one())
