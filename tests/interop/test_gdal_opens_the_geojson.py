import csv

import pytest

from exports.formats import geojson
from exports.table import Column, FeatureTable, Row

ROWS = [
    Row((1, "Blåbær på Ærøy 🫐", ["dark", "traffic"]), '{"type":"Point","coordinates":[5.22,60.37]}'),
    Row((2, "=1+1", []), '{"type":"LineString","coordinates":[[5.22,60.37],[5.23,60.38]]}'),
    Row((3, None, None), '{"type":"Polygon","coordinates":[[[5,60],[5,61],[6,61],[6,60],[5,60]]]}'),
]


@pytest.fixture
def path(tmp_path):
    columns = [Column("id", "integer"), Column("comment"), Column("why", "list")]
    geojson.write(FeatureTable("steder", columns, ROWS, "id"), tmp_path / "steder.geojson")
    return tmp_path / "steder.geojson"


def test_ogrinfo_sees_one_layer_in_wgs84(program, path):
    report = program("ogrinfo", "-so", "-al", path)
    assert "Layer name: steder" in report
    assert f"Feature Count: {len(ROWS)}" in report
    assert 'ID["EPSG",4326]' in report


def test_ogr2ogr_copies_every_feature(program, path, tmp_path):
    copy = tmp_path / "kopi.csv"
    program("ogr2ogr", "-f", "CSV", "-lco", "GEOMETRY=AS_WKT", copy, path)
    with copy.open(encoding="utf-8", newline="") as file:
        features = list(csv.DictReader(file))
    assert [(f["id"], f["comment"]) for f in features] == [("1", ROWS[0].values[1]), ("2", "=1+1"), ("3", "")]
    assert [f["WKT"].split(" ")[0] for f in features] == ["POINT", "LINESTRING", "POLYGON"]
