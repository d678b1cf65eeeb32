"""GML and its schema in a zip: a browser gets one file."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from exports.file_names import plain_name
from exports.formats import gml
from exports.formats.format import Format
from exports.table import FeatureTable
from exports.words import Translate, untranslated
from exports.zipped import zip_folder


def write(table: FeatureTable, path: Path, language: str | None = None, translate: Translate = untranslated) -> int:
    """As `gml.write_with_schema`."""
    with TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as name:
        file = Path(name) / f"{plain_name(table.name)}{gml.FORMAT.suffix}"
        written = gml.write_with_schema(table, file, language, translate)
        zip_folder(file.parent, path)
    return written


FORMAT = Format(name="gml-zip", suffix=".zip", mimetype="application/zip", write=write, variety="-gml")
