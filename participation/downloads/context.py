"""What is said of a response and its class, the same way in every table."""

from __future__ import annotations

from datetime import date
from typing import Any

from participation.activities import channels
from participation.clock import local
from participation.downloads import wording
from participation.downloads.background import Background
from participation.downloads.selection import DRAFT, HIDDEN, REPLACED, TEST
from participation.moderation.described import week_of

COLUMNS = {
    "activity": "integer",
    "activity_label": "label",
    "school": "text",
    "school_year": "integer",
    "class_session": "integer",
    "class_session_label": "label",
    "session_date": "date",
}


class Facts:
    """Cells about responses to one activity, with labels in the language in use."""

    def __init__(self, activity_id: int, title: str, background: Background | None = None) -> None:
        self.activity = (activity_id, title)
        self.channels = channels.labels()
        self.statuses = wording.statuses()
        self.background = background or Background()

    def cells(self, row: Any) -> tuple[Any, ...]:
        """The cells of COLUMNS."""
        return (*self.activity, row.school_name, row.year, row.class_session_id, row.class_name, _held(row))

    def channel(self, row: Any) -> tuple[str, str]:
        return row.channel, self.channels.get(row.channel, row.channel)

    def status(self, row: Any) -> tuple[str, str]:
        status = _status(row)
        return status, self.statuses.get(status, status)

    def week(self, row: Any) -> str:
        """The ISO week the response came in, on a Norwegian calendar: 2026-W10."""
        return week_of(row)


def _held(row: Any) -> date | None:
    if row.held_on or not row.opened_at:
        return row.held_on
    return local(row.opened_at).date()


def _status(row: Any) -> str:
    if row.response_hidden_at or getattr(row, "hidden_at", None):
        return HIDDEN
    if row.is_test:
        return TEST
    if row.replaced_by_id:
        return REPLACED
    return row.status if row.complete or row.collected_at else DRAFT
