"""One table of the file: a layer of points, lines or areas, or rows without a place."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import numpy as np

from exports.geopackage.database import extension
from exports.geopackage.described import describe
from exports.geopackage.fields import Fields
from exports.geopackage.geometry import blobs, of_several, of_several_parts
from exports.geopackage.index import PackedIndex
from exports.geopackage.insertion import Insertion, quoted
from exports.geopackage.triggers import keep_in_step
from exports.lots import Values
from exports.shapes import Drawn
from exports.table import Kind
from exports.vertices import Numbers

TYPES: dict[Kind, tuple[str, str]] = {
    "point": ("POINT", "MULTIPOINT"),
    "line": ("LINESTRING", "MULTILINESTRING"),
    "area": ("POLYGON", "MULTIPOLYGON"),
}
NO_BOX = (None, None, None, None)
INDEX_DEFINITION = "http://www.geopackage.org/spec130/#extension_rtree"


class Rows:
    """A table without geometries, filled by `add`. `close` makes it known to the file."""

    def __init__(self, connection: sqlite3.Connection, name: str, fields: Fields) -> None:
        self.connection = connection
        self.name = name
        self.fields = fields
        self.written = 0
        self.insertion = Insertion(connection, name)
        self._create([f'"{fields.key}" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL'])

    def add(self, columns: Sequence[Values]) -> None:
        """`columns`: as `Fields.stored` gives them, of at least one row."""
        self._insert(columns)

    def close(self) -> None:
        self._contents("attributes", None, None)

    def _create(self, own: Sequence[str]) -> None:
        columns = [f"{quoted(field.name)} {field.type}" for field in self.fields.fields]
        self.connection.execute(f'CREATE TABLE "{self.name}" ({", ".join([*own, *columns])})')

    def _insert(self, columns: Sequence[Values]) -> range:
        """Write rows under running numbers, and give the numbers."""
        numbers = range(self.written + 1, self.written + 1 + len(columns[0]))
        self.written = numbers.stop - 1
        self.insertion.insert([numbers, *columns])
        return numbers

    def _contents(self, data_type: str, box: Sequence[float] | None, crs: int | None) -> None:
        self.connection.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier, min_x, min_y, max_x, max_y, srs_id) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (self.name, data_type, self.name, *(box or NO_BOX), crs),
        )
        describe(self.connection, self.name, self.fields)


class Layer(Rows):
    """A table with a geometry of one kind in each row, and a spatial index."""

    def __init__(self, connection: sqlite3.Connection, name: str, fields: Fields, kind: Kind, crs: int) -> None:
        self.kind = kind
        self.crs = crs
        super().__init__(connection, name, fields)
        self.index = PackedIndex(connection, f"rtree_{name}_{fields.geometry}")
        self.several = False
        self.box: Numbers | None = None

    def add_drawn(self, columns: Sequence[Values], drawn: Drawn) -> None:
        """As `add`, with what is drawn for each row, in the coordinate reference system of the layer."""
        binary, boxes = blobs(drawn, self.crs)
        numbers = self._insert([binary, *columns])
        self.index.add(numbers, boxes)
        self.several = self.several or of_several_parts(drawn)
        self.box = _around(boxes if self.box is None else np.vstack([self.box, boxes]))

    def close(self) -> None:
        """Make the layer known: its index, its kind, the box around it all."""
        self.index.close()
        self._contents("features", None if self.box is None else self.box.tolist(), self.crs)
        one, several = TYPES[self.kind]
        if self.several:
            self._all_of_several()
        type_name = several if self.several else one
        values = (self.name, self.fields.geometry, type_name, self.crs)
        self.connection.execute("INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)", values)
        column = self.fields.geometry
        extension(self.connection, self.name, column, "gpkg_rtree_index", INDEX_DEFINITION, "write-only")
        keep_in_step(self.connection, self.name, self.fields.key, column)

    def _create(self, own: Sequence[str]) -> None:
        super()._create([*own, f"{quoted(self.fields.geometry)} {TYPES[self.kind][0]}"])

    def _all_of_several(self) -> None:
        """A layer has one type: where some have several parts, the others become of several too, with one part."""
        self.connection.create_function("of_several", 1, of_several, deterministic=True)
        column = quoted(self.fields.geometry)
        self.connection.execute(f'UPDATE "{self.name}" SET {column} = of_several({column})')
        declared = [f"{column} {name}" for name in TYPES[self.kind]]
        self.connection.execute("PRAGMA writable_schema = ON")
        self.connection.execute(
            "UPDATE sqlite_master SET sql = replace(sql, ?, ?) WHERE type = 'table' AND name = ?",
            (*declared, self.name),
        )
        self.connection.execute("PRAGMA writable_schema = OFF")


def _around(boxes: Numbers) -> Numbers:
    return np.hstack([boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)])
