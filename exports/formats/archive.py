"""Archive and research package: every table as CSV (RFC 4180), GeoPackage and GML, beside papers and checksums."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from exports import bag
from exports.file_names import plain_name
from exports.formats import csv_comma, gml, gpkg
from exports.formats.format import Format
from exports.package import Package
from exports.table import FeatureTable
from exports.words import Translate, untranslated
from exports.workbook import Sheet, Workbook


def write_package(
    package: Package, path: Path, language: str | None = None, translate: Translate = untranslated
) -> int:
    """Write the package as a bag in a zip. Gives the number of rows of all tables together.

    Headings are variable names whatever the `language`: the codebook of a package tells what they mean.
    Raises ExportError for a geometry that cannot be read.
    """
    with TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as name:
        folder = Path(name)
        rows = sum(_table(table, folder, translate) for table in package.tables)
        sheets = [Sheet(each.name, each) for each in package.tables]
        gpkg.write_workbook(Workbook(sheets), folder / "data.gpkg", None, translate)
        for place, content in package.files.items():
            (folder / place).parent.mkdir(parents=True, exist_ok=True)
            (folder / place).write_bytes(content)
        told = {"Bagging-Date": package.made_on.isoformat(), **package.info}
        bag.pack(folder, plain_name(package.name), told, path)
    return rows


def _table(table: FeatureTable, folder: Path, translate: Translate) -> int:
    name = plain_name(table.name)
    rows = csv_comma.FORMAT.write(table, folder / f"{name}.csv", None, translate)
    if table.geometries:
        gml.write_with_schema(table, folder / f"{name}.gml", None, translate)
    return rows


def write(table: FeatureTable, path: Path, language: str | None = None, translate: Translate = untranslated) -> int:
    """Write a package of one table and nothing else. Its rows are held whole."""
    again = replace(table, rows=list(table.rows))
    return write_package(Package(table.name, date.today(), [again]), path, language, translate)


FORMAT = Format(name="archive", suffix=".zip", mimetype="application/zip", write=write, write_package=write_package)
