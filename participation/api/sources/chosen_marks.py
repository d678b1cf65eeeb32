"""Which marks an address chooses: as much of it as can be is asked of the store."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import shapely
from sqlalchemy import ColumnElement, Select, and_, or_

from exports.lots import Lot
from exports.table import Column
from participation.api.asked import Asked
from participation.api.boxes import Box
from participation.api.sources.source import MOST_DIGITS, fits
from participation.api.times import weeks_of
from participation.downloads import mark_queries
from participation.downloads.selection import Selection
from participation.downloads.weeks import CAME
from participation.responses.models import Mark
from participation.stored_rows import Cells, StoredRows

Values = Sequence[str]
Wanted = Select[*tuple[Any, ...]]
TEXTS = {"question": "questions", "category": "categories", "channel": "channels", "school": "schools", "week": "weeks"}
NUMBERS = {"school_year": "years", "class_session": "classes"}
COLUMNS: dict[str, Callable[[list[int]], ColumnElement[bool]]] = {
    "id": lambda numbers: Mark.id.in_(numbers),
    "response": lambda numbers: Mark.response_id.in_(numbers),
}


class Chosen:
    """`selection`: what files know how to ask for; `rest`: property filters that only made rows can be held against.

    `is_exact`: true when the store gives what is chosen and nothing besides.
    """

    def __init__(self, activity_id: int, asked: Asked) -> None:
        known, self.rest, self.conditions = _sorted_out(asked.filters)
        self.selection = Selection(activity_id, **known)
        self.box = asked.box
        if asked.time:
            begin, end = weeks_of(asked.time)
            self.conditions += [begin <= CAME] if begin else []
            self.conditions += [end > CAME] if end else []
        if asked.box:
            self.conditions.append(_touches(asked.box))

    @property
    def is_exact(self) -> bool:
        return not self.rest and self.box is None

    def statement(self, in_activity: ColumnElement[bool] | None) -> Wanted:
        """For rows as the table of marks takes them, by id; `in_activity`: see `in_order_of_all`."""
        return self.narrowed(mark_queries.marks_by_id(self.selection, in_activity))

    def narrowed(self, wanted: Wanted) -> Wanted:
        """`wanted` with what the selection does not know of."""
        return wanted.where(*self.conditions)

    def in_box(self, found: StoredRows) -> Sequence[Cells]:
        """Those of the found that have a point in the box: the store only knows the box around each."""
        if self.box is None or not found.cells:
            return found.cells
        held = self.box.holds(shapely.from_geojson(found.column("geometry")))
        return [mark for mark, holds in zip(found.cells, held, strict=True) if holds]

    def places(self, lot: Lot, columns: Sequence[Column]) -> Sequence[int]:
        """The places of those of its rows that fit the rest of the filters."""
        names = [column.name for column in columns]
        places: Sequence[int] = range(len(lot))
        for name, wanted in self.rest.items():
            cells = lot.columns[names.index(name)]
            places = [place for place in places if fits(cells[place], wanted)]
        return places


def _sorted_out(filters: Mapping[str, Values]) -> tuple[dict[str, Any], dict[str, Values], list[ColumnElement[bool]]]:
    known: dict[str, Any] = {}
    rest: dict[str, Values] = {}
    conditions: list[ColumnElement[bool]] = []
    for name, values in filters.items():
        if name in TEXTS and all(value and "\0" not in value for value in values):
            known[TEXTS[name]] = values
        elif name in NUMBERS and all(map(_is_number, values)):
            known[NUMBERS[name]] = [int(value) for value in values]
        elif name in COLUMNS and all(map(_is_number, values)):
            conditions.append(COLUMNS[name]([int(value) for value in values]))
        else:
            rest[name] = values
    return known, rest, conditions


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS


def _touches(box: Box) -> ColumnElement[bool]:
    """Marks whose own box touches a rectangle around the box."""
    return or_(
        *(
            and_(Mark.west <= east, Mark.east >= west, Mark.south <= north, Mark.north >= south)
            for west, south, east, north in box.around
        )
    )
