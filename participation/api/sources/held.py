"""Features that are few enough to be held in memory."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

import numpy as np
import shapely

from exports.lots import Lot, Row, lot_of
from exports.table import Column
from participation.api.asked import Asked
from participation.api.sources.source import Bounds, Made, Part, fits, number_in


class Held:
    """Rows of areas without a time, by their ids, which are all texts or all numbers."""

    def __init__(self, columns: Sequence[Column], rows: Iterable[Row]) -> None:
        self.columns = columns
        self.rows = sorted(rows, key=lambda row: row.values[0])
        self.ids = [row.values[0] for row in self.rows]

    @cached_property
    def shapes(self) -> Any:
        return shapely.from_geojson([row.geometry for row in self.rows])

    def part(self, asked: Asked) -> Part:
        """What has no time is in every stretch of it."""
        chosen = self._chosen(asked)
        first = bisect_right(chosen, self._place_after(asked.after))
        places = chosen[first : first + asked.limit]
        more = len(chosen) > first + asked.limit
        rows = [self.rows[place] for place in places]
        made = Made(self.columns, [lot_of(rows)] if rows else [])
        return Part(made, len(chosen), str(rows[-1].values[0]) if more else None)

    def one(self, identity: str) -> Lot | None:
        """The feature with this id."""
        return next((lot_of([row]) for row in self.rows if str(row.values[0]) == identity), None)

    def bounds(self) -> Bounds | None:
        """Of all of them."""
        return shapely.total_bounds(self.shapes).tolist() if self.rows else None

    def _place_after(self, identity: str | None) -> int:
        """The place of the last feature that does not come after `identity`; -1 where all do."""
        if identity is None:
            return -1
        key = number_in(identity) if self.ids and isinstance(self.ids[0], int) else identity
        return bisect_right(self.ids, key) - 1

    def _chosen(self, asked: Asked) -> list[int]:
        """Their places, in order."""
        places: list[int] = list(range(len(self.rows)))
        if asked.box is not None:
            places = np.flatnonzero(asked.box.holds(self.shapes)).tolist()
        for name, wanted in asked.filters.items():
            column = next(number for number, one in enumerate(self.columns) if one.name == name)
            places = [place for place in places if fits(self.rows[place].values[column], wanted)]
        return places
