"""More columns than a format holds are refused: of some a shapefile would be written that nobody can read."""

from __future__ import annotations

from pathlib import Path

import pyogrio
import pytest

from exports.errors import ExportError
from exports.formats import FORMATS
from exports.table import Column, FeatureTable, Row


def table(columns: int, text: str = "a") -> FeatureTable:
    named = [Column("id", "integer"), *(Column(f"variable_{number}") for number in range(columns))]
    rows = [Row([number, *[text] * columns], '{"type":"Point","coordinates":[5.2,60.3]}') for number in (1, 2)]
    return FeatureTable("Steder", named, rows, "id", geometries=("point",), crs=25832)


@pytest.mark.parametrize(
    ("name", "columns", "text"),
    [("shp", 258, "å" * 127), ("shp", 900, "a"), ("shp", 2100, "a"), ("gpkg", 2000, "a"), ("xlsx", 16_384, "a")],
)
def test_more_than_a_format_holds_is_refused(tmp_path: Path, name: str, columns: int, text: str) -> None:
    with pytest.raises(ExportError, match="“Steder” has more columns than a file of this format holds"):
        FORMATS[name].write(table(columns, text), tmp_path / "ut", None)


@pytest.mark.parametrize(("name", "columns", "text"), [("shp", 257, "å" * 127), ("gpkg", 1997, "a")])
def test_as_many_as_it_holds_can_be_read(tmp_path: Path, name: str, columns: int, text: str) -> None:
    path = tmp_path / f"ut{FORMATS[name].suffix}"
    FORMATS[name].write(table(columns, text), path, None)
    layer = pyogrio.list_layers(path)[0][0]
    _meta, _fids, _shapes, fields = pyogrio.raw.read(path, layer=layer)
    assert [fields[0].tolist(), fields[-1].tolist()] == [[1, 2], [text, text]]
    assert len(fields) == columns + 1
