"""What the public may see of an activity: the hexagons of a published file, and nothing besides.

While people answer, they change in steps of as many respondents as may not be told apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import shapely
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from participation.activities.models import Activity, QuestionnaireVersion
from participation.api.queries import too_new
from participation.api.sources.held import Held
from participation.api.sources.source import Bounds
from participation.downloads import mark_queries, queries
from participation.downloads.published import published_table
from participation.downloads.selected import of_marks
from participation.downloads.selection import Selection
from participation.kept import kept
from participation.languages import current
from participation.projects.models import Project
from participation.responses.models import Mark


def source(session: Session, project: Project, activity: Activity | None) -> Held:
    """Made anew when a mark has come or gone. In the reader's language."""
    assert activity is not None
    identity, language, fewest, crs = activity.id, current(), project.fewest_in_public, project.crs
    new = too_new(session, activity, fewest)

    def make() -> Held:
        codebook = queries.codebook(session, identity)
        parts = mark_queries.marks_in_parts(session, Selection(identity))
        marks = ([mark for mark in part if mark.response_id not in new] for part in parts)
        table = published_table("hexagons", codebook, language, crs, marks, fewest)
        return Held(table.columns, table.rows)

    return kept("published features", (identity, language, fewest, crs, new, *_state(session, identity)), make)


def bounds(session: Session, project: Project, activity: Activity | None) -> Bounds | None:
    """The project's area: what lies in it is not looked at only to tell where it ends."""
    if project.area:
        return list(shapely.from_geojson(project.area).bounds)
    return source(session, project, activity).bounds()


def _state(session: Session, activity_id: int) -> Sequence[Any]:
    """Another whenever another set of marks is shown, or their questions have other words."""
    mixed = func.sum(Mark.id % 9973 * (Mark.id % 10007))
    marks = select(func.count(Mark.id), func.sum(Mark.id), mixed).select_from(Mark)
    versions = select(func.count()).where(QuestionnaireVersion.activity_id == activity_id)
    shown = session.execute(of_marks(marks, Selection(activity_id))).one()
    return (*shown, session.scalar(versions))
