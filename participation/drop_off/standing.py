"""Where drafts stand: counted by version and question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import orjson
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from participation.activities import queries as activities
from participation.responses.models import Mark, Response
from participation.responses.queries import standing
from surveys.drop_off import left_at

Standing = Counter[tuple[int, int, str]]
"""Activity id, questionnaire version and variable ("" where nothing had been asked yet) → drafts."""


def drafts_at(session: Session, *which: ColumnElement[bool], most: int | None = None) -> Standing:
    """Of the drafts that `which` holds for, the newest `most`: those of no class, no test, not hidden, no correction."""
    wanted = (
        select(
            Response.id,
            Response.activity_id,
            Response.questionnaire_version,
            Response.answers,
            Response.reached_page,
        )
        .where(
            *which,
            Response.class_session_id.is_(None),
            Response.complete.is_(False),
            Response.collected_at.is_(None),
            Response.hidden_at.is_(None),
            Response.is_test.is_(False),
            *standing(),
        )
        .order_by(Response.received_at.desc(), Response.id.desc())
        .limit(most)
    )
    drafts = session.execute(wanted).all()
    return _counted(session, drafts, _marks(session, *which)) if drafts else Counter()


def _counted(session: Session, drafts: Sequence[Any], marks: dict[int, dict[str, int]]) -> Standing:
    found: Standing = Counter()
    for draft in drafts:
        asked = activities.questionnaire(session, draft.activity_id, draft.questionnaire_version)
        if asked is not None:
            at = left_at(asked, orjson.loads(draft.answers), marks.get(draft.id, {}), draft.reached_page)
            found[draft.activity_id, draft.questionnaire_version, at or ""] += 1
    return found


def _marks(session: Session, *which: ColumnElement[bool]) -> dict[int, dict[str, int]]:
    """How many marks each draft has of each map question."""
    wanted = (
        select(Mark.response_id, Mark.question, func.count())
        .join(Mark.response)
        .where(*which, Response.complete.is_(False))
        .group_by(Mark.response_id, Mark.question)
    )
    found: dict[int, dict[str, int]] = {}
    for response_id, question, count in session.execute(wanted):
        found.setdefault(response_id, {})[question] = count
    return found
