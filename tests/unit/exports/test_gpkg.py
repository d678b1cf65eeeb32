import sqlite3
from contextlib import closing
from xml.etree import ElementTree as ET

import pyogrio
import pytest
import shapely

from exports.formats import gpkg
from exports.symbols import Symbol, Symbols
from exports.table import Column, FeatureTable, Row
from exports.workbook import Sheet, Workbook
from tests.unit.exports.geo_rows import AREA, COLUMNS, LINE, LINES, POINT, row, table

SYMBOLS = Symbols(
    ("category",),
    [
        Symbol(("safe",), ("Trygt «sted» & mer",), "circle", "#1d7a4c"),
        Symbol(("unsafe",), ("Utrygt",), "triangle", "#d55e00"),
    ],
)


def written(tmp_path, rows, columns=COLUMNS, **settings):
    path = tmp_path / "steder.gpkg"
    gpkg.write(table(rows, columns, **settings), path, "nb")
    return path


def asked(path, question):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(question).fetchall()


def places_in(path):
    """Names and kinds of the layers with geometries."""
    return [[name, kind] for name, kind in pyogrio.list_layers(path).tolist() if kind]


def test_each_kind_of_geometry_is_a_layer(tmp_path):
    path = written(tmp_path, [row(1, POINT), row(2, LINE), row(3, AREA), row(4, POINT)])
    kinds = [["steder_punkt", "Point"], ["steder_linje", "LineString"], ["steder_flate", "Polygon"]]
    assert places_in(path) == kinds
    assert asked(path, "PRAGMA application_id") == [(0x47504B47,)]
    assert asked(path, "PRAGMA user_version") == [(10300,)]
    assert asked(path, "PRAGMA integrity_check") == [("ok",)]
    assert asked(path, "PRAGMA foreign_key_check") == []


def test_a_layer_where_some_have_several_parts_has_one_type(tmp_path):
    path = written(tmp_path, [row(1, LINE), row(2, LINES)])
    assert places_in(path) == [["steder_linje", "MultiLineString"]]
    assert asked(path, "PRAGMA integrity_check") == [("ok",)]
    ((made,),) = asked(path, "SELECT sql FROM sqlite_master WHERE name = 'steder_linje'")
    assert '"geom" MULTILINESTRING' in made


def test_fields_have_aliases_and_code_lists(tmp_path):
    path = written(tmp_path, [row(1, POINT)])
    named = dict(asked(path, "SELECT column_name, title FROM gpkg_data_columns"))
    assert named["comment"] == "Kommentar"
    listed = "SELECT value, c.description FROM gpkg_data_column_constraints AS c JOIN gpkg_data_columns USING (constraint_name) WHERE column_name = 'category'"
    assert asked(path, listed) == [("safe", "Trygt sted"), ("unsafe", "Utrygt sted")]


def test_qgis_is_given_a_rule_for_each_symbol_that_is_in_the_layer(tmp_path):
    path = written(tmp_path, [row(1, POINT), row(2, LINE), row(3, AREA)], symbols=SYMBOLS)
    styles = asked(path, "SELECT f_table_name, f_geometry_column, useAsDefault, styleQML FROM layer_styles")
    assert [style[:3] for style in styles] == [(f"steder_{kind}", "geom", 1) for kind in ("punkt", "linje", "flate")]
    root = ET.fromstring(styles[0][3].split("\n", 1)[1])
    rules = [(rule.get("filter"), rule.get("label")) for rule in root.iter("rule")]
    assert rules == [("\"category\" = 'safe'", "Trygt «sted» & mer"), ("ELSE", "Other")]
    _casing, marker = root.findall(".//symbol[@name='0']/layer/Option")
    options = {option.get("name"): option.get("value") for option in marker}
    assert (options["name"], options["color"]) == ("circle", "29,122,76,255")
    assert {"field": "comment", "name": "Kommentar", "index": "2"} in [alias.attrib for alias in root.iter("alias")]


def test_an_empty_layer_keeps_every_symbol(tmp_path):
    path = written(tmp_path, [], symbols=SYMBOLS)
    ((style,),) = asked(path, "SELECT styleQML FROM layer_styles")
    assert "Trygt «sted» &amp; mer" in style and "Utrygt" in style


def test_tables_without_places_are_given_aliases_where_there_are_any(tmp_path):
    named = FeatureTable("Svar", [Column("id", "integer", {"nb": "Nr."})], [])
    plain = FeatureTable("Koder", [Column("code")], [])
    path = tmp_path / "alt.gpkg"
    gpkg.write_workbook(Workbook([Sheet("Svar", named), Sheet("Koder", plain)]), path, "nb")
    ((table, column, style),) = asked(path, "SELECT f_table_name, f_geometry_column, styleQML FROM layer_styles")
    assert (table, column) == ("svar", "")
    assert 'field="id" name="Nr."' in style and "renderer" not in style


def test_tables_without_places_stand_beside_the_layers(tmp_path):
    answers = FeatureTable(
        "Svar", [Column("id", "integer"), Column("Fid"), Column("fid"), Column("geom")], [Row((1, "a", "b", "c"))]
    )
    path = tmp_path / "alt.gpkg"
    sheets = [Sheet("Svar", answers), Sheet("Steder", table([row(1, POINT)]))]
    assert gpkg.write_workbook(Workbook(sheets), path, "nb") == 2
    assert sorted(pyogrio.list_layers(path)[:, 0]) == ["layer_styles", "steder_punkt", "svar"]
    assert asked(path, "SELECT * FROM svar") == [(1, 1, "a", "b", "c")]


@pytest.mark.parametrize("count", [0, 1, 51, 52, 51 * 51 + 1])
def test_the_index_holds_every_row_and_finds_what_lies_in_a_box(tmp_path, count):
    def rows():
        for number in range(count):
            lon, lat = 5 + (number * 7919 % 10_007) / 10_007, 60 + (number * 104_729 % 9_973) / 9_973
            yield Row((number,), f'{{"type":"Point","coordinates":[{lon:.6f},{lat:.6f}]}}')

    path = written(tmp_path, rows(), [Column("id", "integer")])
    assert asked(path, "SELECT rtreecheck('rtree_steder_punkt_geom')") == [("ok",)]
    assert asked(path, "SELECT count(*) FROM rtree_steder_punkt_geom") == [(count,)]
    box = (5.2, 60.2, 5.21, 60.21)
    within = [r.values[0] for r in rows() if shapely.box(*box).intersects(shapely.from_geojson(r.geometry))]
    _meta, _fids, _geometries, fields = pyogrio.raw.read(path, bbox=box, force_2d=True)
    assert sorted(fields[0].tolist()) == within
