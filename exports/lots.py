"""Some rows at a time, a column at a time: what is written in large numbers is written so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from exports.shapes import Drawn

Values = Sequence[Any]
Write = Callable[[Values], Values]


class Row(NamedTuple):
    """`values` in the order of the columns; `geometry` compact GeoJSON text in WGS84, or None."""

    values: Values
    geometry: str | None = None


class Repeated(Sequence[Any]):
    """A column with few different values: `values[position]` for each of `positions`.

    Columns of a lot that share the very same `positions` change together, and are written together.
    """

    def __init__(self, positions: Sequence[int], values: Values) -> None:
        self.positions = positions
        self.values = values

    def __len__(self) -> int:
        return len(self.positions)

    def __getitem__(self, place: Any) -> Any:
        return self.values[self.positions[place]]

    def __iter__(self) -> Iterator[Any]:
        return map(self.values.__getitem__, self.positions)


@dataclass(frozen=True)
class Lot:
    """At least one row: each of the columns of its table, and a geometry (or None) for each row.

    `drawn`: gives what is drawn in the coordinate reference system of the table, one for each kind, where whoever made the lot
    had read the texts already. Raises ExportError for what is too far away.
    """

    columns: Sequence[Values]
    geometries: Sequence[str | None]
    drawn: Callable[[], Sequence[Drawn]] | None = None

    def __len__(self) -> int:
        return len(self.geometries)

    def rows(self) -> list[Row]:
        return list(map(Row, zip(*self.columns, strict=True), self.geometries))


class Lots(Iterable[Row]):
    """The rows of a table that is made in lots."""

    def __init__(self, lots: Iterable[Lot]) -> None:
        self.lots = lots

    def __iter__(self) -> Iterator[Row]:
        for lot in self.lots:
            yield from lot.rows()


def lot_of(rows: Sequence[Row]) -> Lot:
    return Lot(list(zip(*(row.values for row in rows), strict=True)), [row.geometry for row in rows])


def written(column: Values, write: Write) -> Values:
    """What `write` makes of a column, asked once for each different value where they repeat."""
    if isinstance(column, Repeated):
        return Repeated(column.positions, write(column.values))
    return write(column)


def changing_together(columns: Sequence[Values]) -> Iterator[list[int]]:
    """The places of neighbours that repeat alike; a column that does not stands alone."""
    for _positions, places in groupby(range(len(columns)), lambda place: _positions_of(columns[place], place)):
        yield list(places)


def _positions_of(column: Values, place: int) -> tuple[str, int]:
    return ("together", id(column.positions)) if isinstance(column, Repeated) else ("alone", place)


def at(columns: Sequence[Values], places: Sequence[int]) -> list[Values]:
    """The columns of the rows at `places`, at least one. What changed together still does."""
    positions: dict[int, Sequence[int]] = {}
    for column in columns:
        if isinstance(column, Repeated) and id(column.positions) not in positions:
            positions[id(column.positions)] = _chosen(column.positions, places)
    return [
        Repeated(positions[id(column.positions)], column.values)
        if isinstance(column, Repeated)
        else _chosen(column, places)
        for column in columns
    ]


def _chosen(values: Values, places: Sequence[int]) -> Values:
    return list(map(values.__getitem__, places))
