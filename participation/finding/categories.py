"""Categories of marks, by what the newest questionnaire of each activity calls them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import flask
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from participation import languages
from participation.activities import queries as activities
from participation.activities.models import Activity
from participation.finding.asked import CATEGORY
from participation.finding.found import Found, Group
from participation.moderation.queries import IS_DRAFT, IS_HIDDEN
from participation.moderation.wording import categories as categories_of
from participation.responses.models import Mark, Response
from participation.sought import holds
from surveys.questionnaire import Category


def categories(session: Session, among: Sequence[Activity], wanted: str, most: int) -> Group:
    """Each leads to its marks on the map, and tells how many there are."""
    found = [(activity, one) for activity in among for one in _called(session, activity, wanted)]
    counts = {activity.id: _counts(session, activity) for activity, _one in found[:most]}
    shown = [_found(activity, one, counts[activity.id].get(one.code, 0)) for activity, one in found[:most]]
    return Group(CATEGORY, _("Categories"), shown, len(found))


def _called(session: Session, activity: Activity, wanted: str) -> Iterator[Category]:
    number = activities.newest_number(session, activity)
    known = categories_of(activities.questionnaire(session, activity.id, number) if number else None)
    by_code = {one.code: one for one in known}
    yield from (one for one in by_code.values() if holds(one.label_in(languages.current()), wanted))


def _counts(session: Session, activity: Activity) -> dict[str | None, int]:
    """Code → marks, as many as the map shows when nothing more is asked for."""
    wanted = select(Mark.category, func.count().label("marks")).join(Mark.response)
    stands = (Response.replaced_by_id.is_(None), Response.is_test.is_(False), ~IS_HIDDEN, ~IS_DRAFT)
    rows = session.execute(wanted.where(Response.activity_id == activity.id, *stands).group_by(Mark.category))
    return {row.category: row.marks for row in rows}


def _found(activity: Activity, one: Category, count: int) -> Found:
    where: dict[str, Any] = {"slug": activity.project.slug, "identity": activity.id, "category": one.code}
    marks = ngettext("One mark", "%(num)s marks", count)
    return Found(one.label_in(languages.current()), flask.url_for("moderation.index", **where), [activity.title, marks])
