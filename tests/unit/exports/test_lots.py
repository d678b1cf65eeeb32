"""Tables made in lots, with columns that repeat, are the same files as tables made row by row."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import orjson
import pytest

from exports.formats import FORMATS
from exports.lots import Lot, Lots, Repeated
from exports.table import Column, FeatureTable

COLUMNS = [
    Column("id", "integer"),
    Column("class", "text", {"nb": "100 % klasse"}),
    Column("held_on", "date"),
    Column("safe", "boolean"),
    Column("why", "list"),
    Column("comment", "text"),
    Column("length_m", "decimal"),
]
PLACES = [0, 1, 0, 1]
LOT = Lot(
    [
        [1, 2, 3, 4],
        Repeated(PLACES, ["6A", '"6B", 50 %s']),
        Repeated(PLACES, [dt.date(2026, 11, 27), None]),
        Repeated([1, 1, 0, 0], [True, None]),
        Repeated([0, 1, 2, 0], [["mørkt", "glatt,vått"], [], None]),
        ["Her, der", None, "linje\nskift\x00", "=1+1"],
        [1.5, None, float("inf"), 2e300],
    ],
    ['{"type":"Point","coordinates":[5.2,60.3]}', None, *['{"type":"LineString","coordinates":[[5,60],[6,61]]}'] * 2],
)


def table(*, in_lots: bool) -> FeatureTable:
    return FeatureTable("Steder", COLUMNS, Lots([LOT, LOT]) if in_lots else [*LOT.rows(), *LOT.rows()], "id")


@pytest.mark.parametrize("name", ["geojson", "csv", "csv-comma", "gml"])
@pytest.mark.parametrize("language", [None, "nb"])
def test_lots_and_rows_are_the_same_file(name: str, language: str | None, tmp_path: Path) -> None:
    files = []
    for in_lots in (True, False):
        path = tmp_path / str(in_lots)
        assert FORMATS[name].write(table(in_lots=in_lots), path, language) == 8
        files.append(path.read_bytes())

    assert files[0] == files[1]


def test_a_member_is_what_its_cell_holds(tmp_path: Path) -> None:
    FORMATS["geojson"].write(table(in_lots=True), tmp_path / "file", "nb")
    features = orjson.loads((tmp_path / "file").read_bytes())["features"]

    assert features[1]["properties"] == {
        "id": 2,
        "100 % klasse": '"6B", 50 %s',
        "held_on": None,
        "safe": None,
        "why": [],
        "comment": None,
        "length_m": None,
    }
    assert [each["properties"]["why"] for each in features[:4]] == [
        ["mørkt", "glatt,vått"],
        [],
        None,
        ["mørkt", "glatt,vått"],
    ]
    assert [each["properties"]["length_m"] for each in features[:4]] == [1.5, None, None, 2e300]
    assert features[2]["properties"]["comment"] == "linje\nskift"
    assert [each["id"] for each in features[:4]] == [1, 2, 3, 4]


def test_repeated_is_a_sequence() -> None:
    column = Repeated(PLACES, ["a", "b"])

    assert list(column) == ["a", "b", "a", "b"]
    assert (len(column), column[3], column[-2]) == (4, "b", "a")
