"""GML and its schema in a zip: a browser gets one file."""

from __future__ import annotations

from pathlib import Path

from exports.file_names import plain_name
from exports.formats import gml
from exports.formats.format import Format
from exports.table import FeatureTable
from exports.words import Translate, untranslated
from exports.zipped import zipped


def write(table: FeatureTable, path: Path, language: str | None = None, translate: Translate = untranslated) -> int:
    """As `gml.write_with_schema`."""
    with zipped(path) as folder:
        return gml.write_with_schema(
            table, folder / f"{plain_name(table.name)}{gml.FORMAT.suffix}", language, translate
        )


FORMAT = Format(name="gml-zip", suffix=".zip", mimetype="application/zip", write=write, variety="-gml")
