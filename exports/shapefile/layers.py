"""The files of a Shapefile: one set for each kind of geometry, filled some rows at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from exports.errors import bad_geometry, too_many_columns
from exports.file_names import KINDS_OF_LAYERS
from exports.shapefile.fields import Field, fields_of
from exports.shapefile.whole import LONGEST_ROW, is_too_wide, not_written, refuse_broken
from exports.shapes import by_kind
from exports.table import FeatureTable, Row

MULTIPOINT = 4
DRIVER = "ESRI Shapefile"
MOST_COLUMNS = 2046
SHORTEST_TEXT = 80  # bytes that GDAL gives a text at least
# How the names of the files end, and what GDAL calls the geometries; lines and areas of several parts go with those of one.
ENDINGS = {str(kind): name for kind, name in KINDS_OF_LAYERS.items()} | {"points": "punkter"}
TYPES = {"point": "Point", "points": "MultiPoint", "line": "LineString", "area": "Polygon"}


class Layers:
    """`fields` tell afterwards what was cut."""

    def __init__(self, folder: Path, stem: str, table: FeatureTable) -> None:
        self.folder = folder
        self.stem = stem
        self.table = table
        if len(table.columns) > MOST_COLUMNS:
            raise too_many_columns(table.name)
        self.fields: list[Field] = fields_of(table.columns)
        self.begun: Counter[str] = Counter()  # rows by the name of the files
        self.written = 0

    def add(self, rows: Sequence[Row]) -> None:
        """Write rows to the files of their kind. Raises ExportError for a geometry that cannot be read, and OSError."""
        self.written += len(rows)
        for kind, positions, shapes in self._shapes(rows):
            self._write(kind, [rows[position] for position in positions], shapes)
        without = [row for row in rows if row.geometry is None]
        if without:
            self._write(None, without, None)

    def close(self) -> None:
        """Where there were no rows, leave files without any. Raises OSError where not all could be written, and ExportError
        where the columns take more room than there is."""
        if not self.begun:
            kind = self.table.geometries[0] if self.table.geometries else None
            self._write(kind, [], np.empty(0, object) if kind else None)
        for name, rows in self.begun.items():
            self._refuse_too_wide(name)
            refuse_broken(self.folder, name, rows)

    def _shapes(self, rows: Sequence[Row]) -> list[tuple[str, Sequence[int], NDArray[Any]]]:
        try:
            found = list(by_kind([row.geometry for row in rows], self.table.crs))
        except ValueError as error:
            raise bad_geometry(self.table.name, self.written - len(rows) + 1, self.written) from error
        parted = []
        for shapes in found:
            several = shapely.get_type_id(shapes.geometries) == MULTIPOINT
            for kind, chosen in (("points", several), (shapes.kind, ~several)):
                if chosen.any():
                    parted.append((kind, np.array(shapes.positions)[chosen].tolist(), shapes.geometries[chosen]))
        return parted

    def _write(self, kind: str | None, rows: Sequence[Row], shapes: NDArray[Any] | None) -> None:
        import pyogrio  # a third of a second, and only files of this kind need it

        name = f"{self.stem}_{ENDINGS[kind]}" if kind else self.stem
        columns = list(zip(*(row.values for row in rows), strict=True)) or [()] * len(self.fields)
        arrays = [field.array(values) for field, values in zip(self.fields, columns, strict=True)]
        try:
            pyogrio.raw.write(
                self.folder / f"{name}.{'shp' if kind else 'dbf'}",
                None if shapes is None else shapely.to_wkb(shapes),
                [values for values, _blank in arrays],
                [field.name for field in self.fields],
                [blank for _values, blank in arrays],
                layer=name,
                driver=DRIVER,
                geometry_type=TYPES[kind] if kind else None,
                crs=f"EPSG:{self.table.crs}" if kind else None,
                encoding="UTF-8",
                append=name in self.begun,
            )
        except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError) as error:
            self._refuse_too_wide(name)
            if SHORTEST_TEXT * sum(field.is_text for field in self.fields) > LONGEST_ROW:
                raise too_many_columns(self.table.name) from error
            raise not_written(self.folder) from error
        self.begun[name] += len(rows)

    def _refuse_too_wide(self, name: str) -> None:
        if is_too_wide(self.folder / f"{name}.dbf"):
            raise too_many_columns(self.table.name)
