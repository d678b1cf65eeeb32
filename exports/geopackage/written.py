"""A table on its way into the file: rows go to the layer of their kind of geometry."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from exports.errors import bad_geometry, too_many_columns
from exports.file_names import KINDS_OF_LAYERS
from exports.geopackage.database import reference_system
from exports.geopackage.fields import fields_of
from exports.geopackage.layer import Layer, Rows
from exports.geopackage.styles import StyleTable
from exports.lots import Lot, Values, at
from exports.shapes import Drawn, of_lot
from exports.table import FeatureTable, Kind

ROWS_A_WRITE = 2000
MOST_COLUMNS = 1998  # SQLite's 2000, but for the id and the geometry
NOWHERE = "uten_sted"


class Written:
    """`name`: what the layers' names begin with."""

    def __init__(
        self, connection: sqlite3.Connection, name: str, table: FeatureTable, language: str | None, styles: StyleTable
    ) -> None:
        if len(table.columns) > MOST_COLUMNS:
            raise too_many_columns(table.name)
        self.connection = connection
        self.name = name
        self.table = table
        self.fields = fields_of(table, language)
        self.styles = styles
        self.layers: dict[Kind, Layer] = {}
        self.seen: dict[Kind, set[tuple[str | None, ...]]] = {}
        self.drawn_by = self._positions(table.symbols.columns if table.symbols else ())
        self.nowhere: Rows | None = None
        self.read = 0

    def rows(self) -> int:
        """Write every row; gives how many."""
        for lot in self.table.lots(ROWS_A_WRITE):
            self.read += len(lot)
            self._add(lot)
        self._close()
        return self.read

    def _add(self, lot: Lot) -> None:
        stored = self.fields.stored(lot)
        for drawn in self._drawn(lot):
            chosen = at(stored, drawn.positions)
            self._layer(drawn.kind).add_drawn(chosen, drawn)
            self._see(drawn.kind, chosen)
        without = [position for position, geometry in enumerate(lot.geometries) if geometry is None]
        if without:
            self._without_place().add(at(stored, without))

    def _positions(self, names: Sequence[str]) -> list[int]:
        known = [column.name for column in self.table.columns]
        return [known.index(name) for name in names]

    def _see(self, kind: Kind, columns: Sequence[Values]) -> None:
        """Keep which symbols the rows of a layer have."""
        self.seen.setdefault(kind, set()).update(zip(*(columns[place] for place in self.drawn_by), strict=True))

    def _drawn(self, lot: Lot) -> Sequence[Drawn]:
        try:
            return of_lot(lot, self.table.crs)
        except ValueError as error:
            raise bad_geometry(self.table.name, self.read - len(lot) + 1, self.read) from error

    def _layer(self, kind: Kind) -> Layer:
        if kind not in self.layers:
            reference_system(self.connection, self.table.crs)
            name = f"{self.name}_{KINDS_OF_LAYERS[kind]}"
            self.layers[kind] = Layer(self.connection, name, self.fields, kind, self.table.crs)
        return self.layers[kind]

    def _without_place(self) -> Rows:
        if self.nowhere is None:
            name = f"{self.name}_{NOWHERE}" if self.table.geometries else self.name
            self.nowhere = Rows(self.connection, name, self.fields)
        return self.nowhere

    def _close(self) -> None:
        if not self.layers and self.table.geometries:
            self._layer(self.table.geometries[0])  # an empty layer is a layer; a missing one is a riddle
        elif not self.layers and not self.nowhere:
            self._without_place()
        for kind, layer in self.layers.items():
            layer.close()
            self.styles.add_layer(layer, self.table.symbols, self.seen.get(kind, ()))
        if self.nowhere:
            self.nowhere.close()
            self.styles.add_rows(self.nowhere)
