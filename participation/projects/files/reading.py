"""How a file is read, as a planner says it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from participation.projects.files.geofile import read_rows
from participation.projects.files.georow import Row
from participation.projects.files.layer import Layer
from participation.projects.files.mending import is_broken, mended, what_is_broken
from participation.projects.files.systems import System


@dataclass(frozen=True)
class Reading:
    """`layer`: of a file that has several; `system`: what its coordinates are, None = as it says; `mend`: broken outlines."""

    layer: str | None = None
    system: System | None = None
    mend: bool = True

    def rows(self, path: Path, areas: bool = False) -> Iterator[Row]:
        """Every row; a broken outline is mended and told of, or is the row's problem."""
        for row in read_rows(path, Layer(self.layer, areas), self.system):
            if row.geometry is not None and is_broken(row.geometry):
                self._mend(row)
            yield row

    def _mend(self, row: Row) -> None:
        assert row.geometry is not None
        message = what_is_broken(row.geometry)
        row.geometry = mended(row.geometry) if self.mend else None
        if row.geometry is None or row.geometry.is_empty:
            row.geometry, row.problem = None, message
        else:
            row.repair = message


AS_IT_IS = Reading()
