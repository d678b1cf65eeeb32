"""Rows as the store gives them: what they mean (a moment, a truth) is worked out only of those that are asked for."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select

Cells = tuple[Any, ...]


class StoredRows(NamedTuple):
    """`cells`: of each row, as the driver gives them; `meanings`: for each column what makes its cells what they mean, or
    None where they are it."""

    names: tuple[str, ...]
    meanings: Sequence[Callable[[Any], Any] | None]
    cells: Sequence[Cells]

    def only(self, cells: Sequence[Cells]) -> StoredRows:
        """With these of its rows."""
        return self._replace(cells=cells)

    def column(self, name: str) -> list[Any]:
        """As the driver gives it."""
        place = self.names.index(name)
        return [cells[place] for cells in self.cells]

    def rows(self) -> list[Any]:
        """What they mean, by name and by place."""
        columns = zip(self.meanings, zip(*self.cells, strict=True), strict=False)
        told = [map(meaning, column) if meaning else column for meaning, column in columns]
        return list(map(_kind(self.names)._make, zip(*told, strict=True)))


def read(connection: Connection, wanted: Select[*tuple[Any, ...]]) -> StoredRows:
    """What the statement gives."""
    result, dialect = connection.execute(wanted), connection.dialect
    assert result.cursor is not None
    cells = result.cursor.fetchall()
    result.close()
    types = [column.type.dialect_impl(dialect) for column in wanted.selected_columns]
    meanings = [each.result_processor(dialect, None) for each in types]
    return StoredRows(tuple(result.keys()), meanings, cells)


@lru_cache(maxsize=64)
def _kind(names: tuple[str, ...]) -> Any:
    return namedtuple("Row", names)
