"""GML 3.2, and the schema that belongs with it."""

from __future__ import annotations

from pathlib import Path

from exports.formats.format import Format
from exports.gml import schema
from exports.gml.features import Features
from exports.table import FeatureTable
from exports.words import Translate, untranslated


def write(table: FeatureTable, path: Path, language: str | None = None, translate: Translate = untranslated) -> int:
    """Write a feature for each row, in the CRS of the table; elements are variable names. Gives how many.

    Raises ExportError for a geometry that cannot be read.
    """
    return Features(table).write(path)


def write_with_schema(
    table: FeatureTable, path: Path, language: str | None = None, translate: Translate = untranslated
) -> int:
    """As `write`, with a schema beside it that says what is a number and what a text, and what columns are called."""
    beside = path.with_suffix(schema.SUFFIX)
    if beside == path:
        return write(table, path)
    features = Features(table)
    written = features.write(path, beside.name)
    told = schema.schema(features.elements(), features.drawing.name, table.columns, table.headings_for_people(language))
    beside.write_text(told, encoding="utf-8", newline="\n")
    return written


FORMAT = Format(
    name="gml", suffix=".gml", mimetype="application/gml+xml", write=write, write_with_others=write_with_schema
)
