"""The national product as GML 3.2: a feature type for each table, in the specification's namespace."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from exports.as_text import iso, listed
from exports.barnetrakk.specification import IDENTIFICATION, NAMESPACE
from exports.errors import bad_geometry
from exports.formats.format import Format
from exports.gml.geometry import Drawing
from exports.plain_text import plain_text
from exports.shapes import by_kind
from exports.table import FeatureTable, Row
from exports.words import Translate, untranslated
from exports.workbook import Sheet, Workbook

ROWS_A_WRITE = 2000
OPENING = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:app="{namespace}" gml:id="barnetrakk">\n'
)
CLOSING = "</gml:FeatureCollection>\n"


def write_workbook(
    workbook: Workbook, path: Path, language: str | None = None, translate: Translate = untranslated
) -> int:
    """Write a feature for each row of every table; its type is the table's name, its attributes the columns'. Gives how many.

    Raises ExportError for a geometry that cannot be read.
    """
    written = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(OPENING.format(namespace=NAMESPACE))
        for told in _told(workbook):
            file.write(f"<!-- {told} -->\n")
        for sheet in workbook.sheets:
            for member in _members(sheet.table):
                file.write(member)
                written += 1
        file.write(CLOSING)
    return written


def _told(workbook: Workbook) -> Iterator[str]:
    """What the tables say of themselves, once. A comment in XML may not hold two hyphens."""
    facts = {name: value for sheet in workbook.sheets for name, value in sheet.table.about.items()}
    for name, value in facts.items():
        yield " ".join(plain_text(f"{name}: {value}").replace("--", "‐‐").split())


def _members(table: FeatureTable) -> Iterator[str]:
    drawing, name, read = Drawing(table.crs), re.sub(r"\W", "_", table.name), 0
    for lot in table.lots(ROWS_A_WRITE):
        rows = lot.rows()
        drawn = _drawn(drawing, table, rows, read, name)
        for number, row in enumerate(rows, start=1):
            identity = f"{name}.{read + number}"
            content = f"{drawn.get(number, '')}{_attributes(table, row)}"
            feature = f'<app:{name} gml:id="{identity}">{content}</app:{name}>'
            yield f"<gml:featureMember>{feature}</gml:featureMember>\n"
        read += len(rows)


def _drawn(drawing: Drawing, table: FeatureTable, rows: Sequence[Row], before: int, name: str) -> dict[int, str]:
    """The area of each row that has one, by its number among `rows`."""
    try:
        found = list(by_kind([row.geometry for row in rows], table.crs))
    except ValueError as error:
        raise bad_geometry(table.name, before + 1, before + len(rows)) from error
    return {
        position + 1: f"<app:område>{drawing.drawn(shape, f'{name}.{before + position + 1}.område')}</app:område>"
        for shapes in found
        for position, shape in zip(shapes.positions, shapes.geometries, strict=True)
    }


def _attributes(table: FeatureTable, row: Row) -> str:
    """Those that have a value; what identifies the feature stands in an element of its own."""
    written = {
        column.name: f"<app:{column.name}>{escape(plain_text(_text(value)))}</app:{column.name}>"
        for column, value in zip(table.columns, row.values, strict=True)
        if value is not None
    }
    identity = "".join(written.pop(name) for name in IDENTIFICATION if name in written)
    if identity:
        identity = f"<app:identifikasjon><app:Identifikasjon>{identity}</app:Identifikasjon></app:identifikasjon>"
    return identity + "".join(written.values())


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return listed(value)
    return iso(value) if hasattr(value, "isoformat") else str(value)


def write(table: FeatureTable, path: Path, language: str | None = None, translate: Translate = untranslated) -> int:
    """Write one table."""
    return write_workbook(Workbook([Sheet(table.name, table)]), path, language, translate)


FORMAT = Format(
    name="barnetrakk-gml", suffix=".gml", mimetype="application/gml+xml", write=write, write_national=write_workbook
)
