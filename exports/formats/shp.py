"""Shapefile: a zip with one set of files for each kind of geometry, and a text on what the form could not hold."""

from __future__ import annotations

from pathlib import Path

from exports.file_names import plain_name
from exports.formats.format import Format
from exports.shapefile import notice
from exports.shapefile.layers import Layers
from exports.table import FeatureTable
from exports.words import Translate, untranslated
from exports.zipped import zipped

ROWS_A_WRITE = 5000


def write(table: FeatureTable, path: Path, language: str | None = None, translate: Translate = untranslated) -> int:
    """Write the rows in the CRS of the table. Gives how many.

    Raises ExportError for a geometry that cannot be read, and OSError where not all of it can be written.
    """
    with zipped(path) as folder:
        layers = Layers(folder, plain_name(table.name), table)
        for lot in table.lots(ROWS_A_WRITE):
            layers.add(lot.rows())
        layers.close()
        told = notice.notice(table, layers.fields, language, translate)
        (folder / notice.NAME).write_text(told, encoding="utf-8-sig", newline="")
    return layers.written


FORMAT = Format(name="shp", suffix=".zip", mimetype="application/zip", write=write)
