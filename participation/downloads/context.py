"""What is said of a response and its class, the same way in every table."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from participation.activities import channels
from participation.clock import local
from participation.downloads import wording
from participation.downloads.background import Background
from participation.downloads.queries import CONTEXT, OF_CLASS
from participation.downloads.selection import DRAFT, HIDDEN, REPLACED, TEST
from participation.moderation.described import week_at

CAME = -len(CONTEXT)
ALIKE = slice(CAME + 1, -len(OF_CLASS))  # the class stands there, and tells what is said of it
COLUMNS = {
    "activity": "integer",
    "activity_label": "label",
    "school": "text",
    "school_year": "integer",
    "class_session": "integer",
    "class_session_label": "label",
    "session_date": "date",
}


class Told(NamedTuple):
    """What is said of many responses. `places`: by the id of a response, where the lists hold what is said of it."""

    places: dict[int, int]
    people: dict[int, int]
    cells: list[Sequence[Any]]
    weeks: list[str]
    channels: list[tuple[str, str]]
    statuses: list[tuple[str, str]]
    backgrounds: list[list[str | None]]


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

    def hidden(self) -> tuple[str, str]:
        """What is said of the status of a mark that is hidden on its own."""
        return HIDDEN, self.statuses[HIDDEN]

    def of_several(self, rows: Iterable[Any]) -> Told:
        """What is said of many responses: of most, the same as of others. `rows` end with the columns of `queries.CONTEXT`."""
        told = Told({}, {}, [], [], [], [], [])
        places: dict[Hashable, int] = {}
        for row in rows:
            key = (week_at(row[CAME]), row[ALIKE])
            if key not in places:
                places[key] = len(places)
                told.cells.append(self.cells(row))
                told.weeks.append(key[0])
                told.channels.append(self.channel(row))
                told.statuses.append(self.status(row))
                told.backgrounds.append(self.background.cells(row.background))
            told.places[row.id] = places[key]
            told.people[row.id] = row.people
        return told


def _held(row: Any) -> date | None:
    if row.held_on or not row.opened_at:
        return row.held_on
    return local(row.opened_at).date()


def _status(row: Any) -> str:
    if row.is_hidden:
        return HIDDEN
    if row.is_test:
        return TEST
    if row.is_replaced:
        return REPLACED
    return DRAFT if row.is_draft else row.status
