"""GeoPackage: one file with a layer for each kind of geometry, the other tables beside them, and our symbols for QGIS."""

from __future__ import annotations

from pathlib import Path

from exports.file_names import plain_name
from exports.formats.format import Format
from exports.geopackage.database import geopackage
from exports.geopackage.fields import apart
from exports.geopackage.styles import StyleTable
from exports.geopackage.written import Written
from exports.table import FeatureTable
from exports.words import Translate, untranslated
from exports.workbook import Sheet, Workbook


def write_workbook(
    workbook: Workbook, path: Path, language: str | None = None, translate: Translate = untranslated
) -> int:
    """Write every sheet. Gives the number of rows on all of them together.

    A table with places becomes a layer for each kind of geometry that its rows have, in the CRS of the table.
    Raises ExportError for a geometry that cannot be read.
    """
    with geopackage(path) as connection:
        styles = StyleTable(connection, translate)
        names = apart(plain_name(sheet.title) for sheet in workbook.sheets)
        return sum(
            Written(connection, name, sheet.table, language, styles).rows()
            for name, sheet in zip(names, workbook.sheets, strict=True)
        )


def write(table: FeatureTable, path: Path, language: str | None = None, translate: Translate = untranslated) -> int:
    """Write one table."""
    return write_workbook(Workbook([Sheet(table.name, table)]), path, language, translate)


FORMAT = Format(
    name="gpkg",
    suffix=".gpkg",
    mimetype="application/geopackage+sqlite3",
    write=write,
    write_workbook=write_workbook,
)
