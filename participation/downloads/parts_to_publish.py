"""The marks that what is published, and the national product, are counted from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from participation.downloads.heard import Read, by_lots
from participation.downloads.mark_queries import marks_in_parts
from participation.downloads.request import Request
from participation.downloads.steps import TOLD_BY, WITH_REPLACED, steps


def parts_to_publish(session: Session, request: Request, read: Read) -> Iterator[Sequence[Any]]:
    """Rows of `marks_in_parts`: of all that counts, or of what the live layer tells of where everyone can see that."""
    if not request.in_steps:
        return by_lots(marks_in_parts(session, request.rows), read, len)
    told = steps(session, request.activity.id, request.activity.project.fewest_in_public)
    parts = marks_in_parts(session, replace(request.rows, also=WITH_REPLACED), *TOLD_BY)
    return told.those_told_of(by_lots(parts, read, len))
