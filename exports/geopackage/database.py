"""The file itself: its pragmas, and the tables every GeoPackage has."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from pyproj import CRS

from exports.system_errors import of_sqlite

APPLICATION_ID = 0x47504B47  # GPKG
VERSION = 10300

CORE = """
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_extensions (
  table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
CREATE TABLE gpkg_data_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT, mime_type TEXT,
  constraint_name TEXT,
  CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name), CONSTRAINT gdc_tn UNIQUE (table_name, name));
CREATE TABLE gpkg_data_column_constraints (
  constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN,
  max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,
  CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value));
"""
SCHEMA_DEFINITION = "http://www.geopackage.org/spec130/#extension_schema"


@contextmanager
def geopackage(path: Path) -> Iterator[sqlite3.Connection]:
    """A new GeoPackage at `path`, in place of what is there. A failed one is for the caller to remove, so nothing is
    synced or journalled here: see `exports.whole_file`. Raises OSError where it cannot be written."""
    path.write_bytes(b"")
    with of_sqlite(), closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for pragma in (
            f"application_id={APPLICATION_ID}",
            f"user_version={VERSION}",
            "journal_mode=OFF",
            "synchronous=OFF",
            "temp_store=MEMORY",
        ):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN")
        for statement in CORE.split(";\n"):
            connection.execute(statement)
        _reference_systems(connection)
        for table in ("gpkg_data_columns", "gpkg_data_column_constraints"):
            extension(connection, table, None, "gpkg_schema", SCHEMA_DEFINITION, "read-write")
        yield connection
        connection.execute("COMMIT")


def extension(
    connection: sqlite3.Connection, table: str, column: str | None, name: str, definition: str, scope: str
) -> None:
    """Say that the file uses an extension of the standard."""
    connection.execute("INSERT INTO gpkg_extensions VALUES (?, ?, ?, ?, ?)", (table, column, name, definition, scope))


def reference_system(connection: sqlite3.Connection, epsg: int) -> None:
    """Make the coordinate reference system known to the file."""
    crs = CRS.from_epsg(epsg)
    values = (crs.name, epsg, "EPSG", epsg, crs.to_wkt("WKT1_GDAL"), None)
    connection.execute("INSERT OR IGNORE INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)", values)


def _reference_systems(connection: sqlite3.Connection) -> None:
    undefined = [("Undefined Cartesian SRS", -1), ("Undefined geographic SRS", 0)]
    for name, identity in undefined:
        values = (name, identity, "NONE", identity, "undefined", None)
        connection.execute("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)", values)
    reference_system(connection, 4326)
