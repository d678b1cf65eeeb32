"""GML 3.2, a feature at a time: one feature type for each kind of geometry."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from exports.as_text import iso, listed, or_text
from exports.errors import bad_geometry
from exports.file_names import KINDS_OF_LAYERS, plain_name
from exports.formats.format import Format
from exports.gml.geometry import Drawing
from exports.plain_text import plain_text
from exports.shapes import by_kind
from exports.table import Column, FeatureTable, Kind, Row
from exports.words import Translate, untranslated

ROWS_A_WRITE = 2000
OURS = "urn:x-lokalkjent:gml:1"
OPENING = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<lk:FeatureCollection xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:lk="{ours}" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" gml:id="{name}">\n'
)
CLOSING = "</lk:FeatureCollection>\n"


def write(table: FeatureTable, path: Path, language: str | None = None, translate: Translate = untranslated) -> int:
    """Write a feature for each row, in the CRS of the table; elements are variable names. Gives how many.

    Raises ExportError for a geometry that cannot be read.
    """
    name = plain_name(table.name)
    written = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(OPENING.format(ours=OURS, name=name))
        for fact, value in table.about.items():
            file.write(f"<!-- {_commented(f'{fact}: {value}')} -->\n")
        for member in _members(table, name):
            file.write(member)
            written += 1
        file.write(CLOSING)
    return written


def _members(table: FeatureTable, name: str) -> Iterator[str]:
    cells = [_element(column) for column in table.columns]
    drawing = Drawing(table.crs)
    read = 0
    named: set[str] = set()
    for lot in table.lots(ROWS_A_WRITE):
        several = lot.rows()
        read += len(several)
        drawn = _drawn(drawing, table, name, several, read)
        for number, row in enumerate(several, start=read - len(several) + 1):
            kind, geometry = drawn.get(number, (None, ""))
            element = f"{name}_{KINDS_OF_LAYERS[kind]}" if kind else name
            # Readers learn of the fields from the features: the first of each kind names them all.
            every = element not in named
            named.add(element)
            values = "".join(
                cell(value) for cell, value in zip(cells, row.values, strict=True) if every or value is not None
            )
            yield (
                f'<lk:featureMember><lk:{element} gml:id="{name}.{number}">{values}{geometry}'
                f"</lk:{element}></lk:featureMember>\n"
            )


def _drawn(
    drawing: Drawing, table: FeatureTable, name: str, rows: Sequence[Row], read: int
) -> dict[int, tuple[Kind, str]]:
    """Kind and GML of the geometries, by the number of the row."""
    first = read - len(rows) + 1
    try:
        found = list(by_kind([row.geometry for row in rows], table.crs))
    except ValueError as error:
        raise bad_geometry(table.name, first, read) from error
    return {
        first + position: (shapes.kind, f"<lk:geom>{drawing.drawn(shape, f'{name}.{first + position}.geom')}</lk:geom>")
        for shapes in found
        for position, shape in zip(shapes.positions, shapes.geometries, strict=True)
    }


def _element(column: Column) -> Callable[[Any], str]:
    cells: dict[str, Callable[[Any], str]] = {
        "integer": str,
        "decimal": repr,
        "date": iso,
        "datetime": iso,
        "boolean": lambda value: "true" if value else "false",
        "list": listed,
    }
    cell = or_text(cells[column.kind], str) if column.kind in cells else str
    blank = f'<lk:{column.name} xsi:nil="true"/>'
    return lambda value: (
        blank if value is None else f"<lk:{column.name}>{escape(plain_text(cell(value)))}</lk:{column.name}>"
    )


def _commented(text: str) -> str:
    """A comment in XML may not hold two hyphens."""
    return plain_text(text).replace("--", "\u2010\u2010").replace("\n", " ")


FORMAT = Format(name="gml", suffix=".gml", mimetype="application/gml+xml", write=write)
