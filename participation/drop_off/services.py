"""Keeping where people stopped when their drafts go."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from participation.drop_off.models import StopCount
from participation.drop_off.standing import drafts_at
from participation.responses.models import Response


def record(session: Session, response_ids: Sequence[int]) -> None:
    """Count the drafts among these at the questions where they stand. To be called just before they are deleted."""
    for at, count in drafts_at(session, Response.id.in_(response_ids)).items():
        kept = session.get(StopCount, at)
        if kept is None:
            activity_id, version, question = at
            place = {"activity_id": activity_id, "questionnaire_version": version, "question": question}
            session.add(StopCount(**place, count=count))
        else:
            kept.count += count
    session.flush()
