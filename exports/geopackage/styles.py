"""The table from which QGIS takes a layer's style when the file is opened."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection

from exports.geopackage.layer import Layer, Rows
from exports.qgis.style import Style
from exports.symbols import Symbols, Values
from exports.words import Translate
from exports.words import untranslated as _

TABLE = """
CREATE TABLE layer_styles (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256),
  f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT,
  useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30),
  update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')))
"""
NAME = "Lokalkjent"


class StyleTable:
    """Made when the first style comes: a file without styles has no table for them."""

    def __init__(self, connection: sqlite3.Connection, translate: Translate) -> None:
        self.connection = connection
        self.translate = translate
        self.made = False

    def add_layer(self, layer: Layer, symbols: Symbols | None, seen: Collection[Values]) -> None:
        """Keep how the layer is drawn and what its fields are called; `seen`: the values by which its rows are drawn."""
        style = Style()
        if symbols:
            style.draw(layer.kind, symbols.columns, symbols.of_rows(seen), self.translate(_("Other")))
        if _name(style, layer) or symbols:
            self._keep(layer.name, layer.fields.geometry, style)

    def add_rows(self, rows: Rows) -> None:
        """Keep what the fields of a table without places are called."""
        style = Style()
        if _name(style, rows):
            self._keep(rows.name, "", style)

    def _keep(self, table: str, column: str, style: Style) -> None:
        if not self.made:
            self._make()
        self.connection.execute(
            "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, "
            "styleSLD, useAsDefault, description, owner) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            ("", "", table, column, NAME, style.text(), "", 1, "", ""),
        )

    def _make(self) -> None:
        self.connection.execute(TABLE)
        self.connection.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('layer_styles', 'attributes', 'layer_styles')"
        )
        self.made = True


def _name(style: Style, rows: Rows) -> bool:
    """Whether any field is called something else than its name."""
    named = {field.name: field.alias for field in rows.fields.fields}
    style.name({rows.fields.key: "", **named})
    return any(name != alias for name, alias in named.items())
