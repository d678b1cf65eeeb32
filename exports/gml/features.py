"""The features of a GML file, one at a time: one feature type for each kind of geometry."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.sax.saxutils import escape

from exports.as_text import iso, listed, or_text
from exports.errors import bad_geometry
from exports.file_names import KINDS_OF_LAYERS, plain_name
from exports.gml.geometry import SEVERAL, Drawing
from exports.gml.schema import OURS, Drawn
from exports.plain_text import plain_text
from exports.shapes import by_kind
from exports.table import Column, FeatureTable, Kind, Row

ROWS_A_WRITE = 2000
OPENING = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<lk:FeatureCollection xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:lk="{ours}" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" gml:id="{name}"{schema_location}>\n'
)
CLOSING = "</lk:FeatureCollection>\n"
NOWHERE = (None, False, "")


class Features:
    """A table on its way into a file. `seen`: which features it has."""

    def __init__(self, table: FeatureTable) -> None:
        self.table = table
        self.name = plain_name(table.name)
        self.drawing = Drawing(table.crs)
        self.seen: dict[str, Drawn] = {}
        self.read = 0

    def write(self, path: Path, schema: str | None = None) -> int:
        """Gives how many. `schema`: the name of a file beside it."""
        location = f' xsi:schemaLocation="{OURS} {quote(schema)}"' if schema else ""
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.write(OPENING.format(ours=OURS, name=self.name, schema_location=location))
            for fact, value in self.table.about.items():
                file.write(f"<!-- {_commented(f'{fact}: {value}')} -->\n")
            file.writelines(self._members())
            file.write(CLOSING)
        return self.read

    def elements(self) -> dict[str, Drawn]:
        """What the features are called and drawn as; where there are none, what they would have been."""
        first = Drawn(self.table.geometries[0] if self.table.geometries else None)
        return self.seen or {self._element(first.kind): first}

    def _element(self, kind: Kind | None) -> str:
        return f"{self.name}_{KINDS_OF_LAYERS[kind]}" if kind else self.name

    def _members(self) -> Iterator[str]:
        cells = [_element(column) for column in self.table.columns]
        for lot in self.table.lots(ROWS_A_WRITE):
            several = lot.rows()
            self.read += len(several)
            drawn = self._drawn(several)
            for number, row in enumerate(several, start=self.read - len(several) + 1):
                kind, is_several, geometry = drawn.get(number, NOWHERE)
                element = self._element(kind)
                # Readers without the schema learn of the fields from the features: the first of each kind names them all.
                every = element not in self.seen
                if every or is_several:
                    self.seen[element] = Drawn(kind, is_several)
                values = "".join(
                    cell(value) for cell, value in zip(cells, row.values, strict=True) if every or value is not None
                )
                yield (
                    f'<lk:featureMember><lk:{element} gml:id="{self.name}.{number}">{values}{geometry}'
                    f"</lk:{element}></lk:featureMember>\n"
                )

    def _drawn(self, rows: Sequence[Row]) -> dict[int, tuple[Kind, bool, str]]:
        """Kind, whether of several parts, and GML of the geometries, by the number of the row."""
        first = self.read - len(rows) + 1
        try:
            found = list(by_kind([row.geometry for row in rows], self.table.crs))
        except ValueError as error:
            raise bad_geometry(self.table.name, first, self.read) from error
        return {
            number: (shapes.kind, shape.geom_type in SEVERAL, self._geometry(shape, number))
            for shapes in found
            for number, shape in zip((first + place for place in shapes.positions), shapes.geometries, strict=True)
        }

    def _geometry(self, shape: Any, number: int) -> str:
        return f"<lk:geom>{self.drawing.drawn(shape, f'{self.name}.{number}.geom')}</lk:geom>"


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
