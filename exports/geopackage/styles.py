"""The table from which QGIS takes a layer's style when the file is opened."""

from __future__ import annotations

import sqlite3

from exports.geopackage.layer import Layer
from exports.qgis.style import style
from exports.symbols import Symbols

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

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.made = False

    def add(self, layer: Layer, symbols: Symbols | None) -> None:
        """Keep how the layer is shown, if there is anything to keep."""
        if symbols is None:
            return
        if not self.made:
            self._make()
        aliases = {layer.fields.key: "", **{field.name: field.alias for field in layer.fields.fields}}
        values = ("", "", layer.name, layer.fields.geometry, NAME, style(layer.kind, symbols, aliases), "", 1, "", "")
        self.connection.execute(
            "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, "
            "styleSLD, useAsDefault, description, owner) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            values,
        )

    def _make(self) -> None:
        self.connection.execute(TABLE)
        self.connection.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('layer_styles', 'attributes', 'layer_styles')"
        )
        self.made = True
