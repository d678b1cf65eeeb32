"""GDAL's own programs read a GeoPackage of ours, copy it, search it and edit it."""

import csv

import pytest

from exports.formats import gpkg
from exports.symbols import Symbol, Symbols
from exports.table import Column, FeatureTable, Row

COLUMNS = [
    Column("id", "integer"),
    Column("comment", "text", {"nb": "Kommentar"}),
    Column("category", "code", {"nb": "Kategori"}, {"safe": "Trygt sted"}),
]
SYMBOLS = Symbols(("category",), [Symbol(("safe",), ("Trygt sted",), "circle", "#1d7a4c")])
TEXTS = {1: "Blåbær på Ærøy 🫐", 2: "=1+1", 3: None}


@pytest.fixture
def path(tmp_path):
    rows = [
        Row((number, text, "safe"), f'{{"type":"Point","coordinates":[5.2{number},60.37]}}')
        for number, text in TEXTS.items()
    ]
    table = FeatureTable("Steder", COLUMNS, rows, "id", geometries=("point",), crs=25832, symbols=SYMBOLS)
    gpkg.write(table, tmp_path / "steder.gpkg", "nb")
    return tmp_path / "steder.gpkg"


def test_ogrinfo_sees_the_layer_and_its_code_list(program, path):
    report = program("ogrinfo", "-so", path, "steder_punkt")
    assert f"Feature Count: {len(TEXTS)}" in report
    assert 'ID["EPSG",25832]' in report
    assert "domain name=steder_punkt_category" in report


def test_ogr2ogr_copies_every_feature(program, path, tmp_path):
    copy = tmp_path / "kopi.csv"
    program("ogr2ogr", "-f", "CSV", copy, path, "steder_punkt")
    with copy.open(encoding="utf-8", newline="") as file:
        features = list(csv.DictReader(file))
    assert {int(f["id"]): f["comment"] or None for f in features} == TEXTS


def test_a_search_in_a_box_uses_the_index(program, path):
    found = program(
        "ogrinfo", "-al", "-q", "-geom=NO", "-spat", "291900", "6698000", "292500", "6699500", path, "steder_punkt"
    )
    assert found.count("OGRFeature") == 1


def test_the_layer_can_be_edited_and_the_index_follows(program, path):
    program("ogrinfo", path, "-sql", "DELETE FROM steder_punkt WHERE id = 1")
    assert "ok" in program("ogrinfo", "-q", path, "-sql", "SELECT rtreecheck('rtree_steder_punkt_geom') AS told")
    counted = program("ogrinfo", "-q", path, "-sql", "SELECT count(*) AS n FROM rtree_steder_punkt_geom")
    assert "= 2" in counted
