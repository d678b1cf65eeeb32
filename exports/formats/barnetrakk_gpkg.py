"""The national product as a GeoPackage: a layer for each feature type, and the facts about them as a table."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from exports.formats import gpkg
from exports.table import Column, FeatureTable, Row
from exports.words import Translate, untranslated
from exports.workbook import Sheet, Workbook

ABOUT = "om"


def write_workbook(
    workbook: Workbook, path: Path, language: str | None = None, translate: Translate = untranslated
) -> int:
    """Gives the number of features. Raises ExportError for a geometry that cannot be read."""
    facts = [
        Row(fact) for fact in next((sheet.table.about for sheet in workbook.sheets if sheet.table.about), {}).items()
    ]
    about = FeatureTable(ABOUT, [Column("fact"), Column("value")], facts)
    together = Workbook([*workbook.sheets, Sheet(ABOUT, about)])
    return gpkg.write_workbook(together, path, language, translate) - len(facts)


FORMAT = replace(gpkg.FORMAT, name="barnetrakk-gpkg", write_workbook=None, write_national=write_workbook)
