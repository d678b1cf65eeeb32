"""What waits in the queue: marks, the answers of responses, photos."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import ColumnElement, Select, select

from participation.activities.models import Activity
from participation.responses.models import Mark, Photo, Response
from participation.row_numbers import row_number

MARK, ANSWER, PHOTO = "mark", "answer", "photo"


class Key(NamedTuple):
    """One thing in the queue. `id` is that of the mark, the response or the photo."""

    kind: str
    id: int

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"


@dataclass(frozen=True)
class Kind:
    """`within(activities)`: those of the activities whose ids are selected."""

    model: type[Mark] | type[Response] | type[Photo]
    within: Callable[[Select[int]], ColumnElement[bool]]


# To add something that waits: one line here, its conditions in waiting_for.py, and how it looks in queue_items.py.
KINDS: dict[str, Kind] = {
    # Asked of each mark, not of a list of responses: see services._of_activity.
    MARK: Kind(Mark, lambda chosen: Mark.response.has(Response.activity_id.in_(chosen))),
    ANSWER: Kind(Response, lambda chosen: Response.activity_id.in_(chosen)),
    PHOTO: Kind(Photo, lambda chosen: Photo.activity_id.in_(chosen)),
}


def of_project(kind: str, project_id: int) -> ColumnElement[bool]:
    """Those of the project alone."""
    return KINDS[kind].within(select(Activity.id).where(Activity.project_id == project_id))


def keys_in(texts: Iterable[str]) -> list[Key]:
    """Read from "mark:12" and the like; what is none is passed over."""
    parts = [text.partition(":") for text in texts]
    whole = [(kind, number) for kind, _colon, number in parts if kind in KINDS and row_number(number)]
    return list(dict.fromkeys(Key(kind, int(number)) for kind, number in whole))


def ids_of(keys: Sequence[Key], kind: str) -> list[int]:
    return [key.id for key in keys if key.kind == kind]
