"""GML and its schema: what is a number and what a text is said, not guessed."""

from __future__ import annotations

import datetime as dt
from xml.etree import ElementTree
from zipfile import ZipFile

import pyogrio
import pytest
import shapely

from exports.formats import gml, gml_zip
from exports.table import Column
from tests.unit.exports.geo_rows import AREA, COLUMNS, EVERY, LINE, LINES, POINT, read, row, table

CODES = [*COLUMNS[:1], Column("comment", "code", {"nb": "Sone <1> & 2"}), *COLUMNS[2:]]
SPACES = {"gml": "http://www.opengis.net/gml/3.2", "lk": gml.schema.OURS, "xs": "http://www.w3.org/2001/XMLSchema"}


def written(folder, rows, columns=CODES, name="steder.gml", **settings):
    gml.write_with_schema(table(rows, columns, **settings), folder / name, "nb")
    return folder / name


@pytest.mark.parametrize(
    ("geometry", "layer"), [(POINT, "steder_punkt"), (LINE, "steder_linje"), (AREA, "steder_flate")]
)
@pytest.mark.parametrize("crs", [4326, 25832, 25833])
def test_codes_of_digits_stay_codes_and_numbers_and_dates_are_such(tmp_path, geometry, layer, crs):
    path = written(tmp_path, [row(3_000_000_000, geometry, "0301")], crs=crs)
    found, shapes, values = read(path, layer)
    kept = {field: found[0] for field, found in values.items()}
    assert (kept["comment"], kept["id"], kept["length_m"]) == ("0301", 3_000_000_000, 12.5)
    assert kept["session_date"] == dt.date(2026, 3, 1)
    assert kept["complete"] is True
    assert found == f"EPSG:{crs}"
    assert [shape.geom_type for shape in shapes] == [shapely.from_geojson(geometry).geom_type]
    info = pyogrio.read_info(path, layer=layer)
    assert info["geometry_type"] == shapes[0].geom_type


def test_a_mixed_column_is_text(tmp_path):
    columns = [*CODES[:4], Column("length_m", "decimal", mixed=True), *CODES[5:]]
    assert read(written(tmp_path, [row(1, POINT)], columns))[2]["length_m"] == ["12.5"]


def test_those_of_several_parts_and_those_without_a_place_are_read(tmp_path):
    path = written(tmp_path, [row(1, LINE), row(2, LINES), row(3, None)])
    assert [shapely.get_num_geometries(shape) for shape in read(path, "steder_linje")[1]] == [1, 2]
    assert read(path, "steder")[2]["id"] == [3]


def test_it_names_all_that_the_file_holds_in_its_order(tmp_path):
    path = written(tmp_path, [row(1, POINT), row(2, AREA), row(3, None)], name="i år.gml")
    file = ElementTree.parse(path).getroot()
    assert file.attrib["{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"] == f"{SPACES['lk']} i%20%C3%A5r.xsd"
    schema = ElementTree.parse(path.with_suffix(".xsd")).getroot()
    for feature in file.iterfind("lk:featureMember/*", SPACES):
        name = feature.tag.split("}")[1]
        assert schema.find(f"xs:element[@name='{name}']", SPACES).attrib["type"] == f"lk:{name}_Type"
        fields = schema.find(f"xs:complexType[@name='{name}_Type']", SPACES).iter(f"{{{SPACES['xs']}}}element")
        assert [field.attrib["name"] for field in fields] == [member.tag.split("}")[1] for member in feature]
    told = schema.find(".//xs:element[@name='comment']//xs:documentation", SPACES)
    assert told.text == "Sone <1> & 2"


@pytest.mark.parametrize(("geometries", "layer"), [(EVERY, "steder_punkt"), ((), "steder")])
def test_where_there_are_no_rows_there_is_a_layer_with_the_fields(tmp_path, geometries, layer):
    empty = table([], CODES)
    object.__setattr__(empty, "geometries", geometries)
    gml.write_with_schema(empty, tmp_path / "steder.gml")
    assert [name for name, _kind in pyogrio.list_layers(tmp_path / "steder.gml")] == [layer]
    assert set(read(tmp_path / "steder.gml", layer)[2]) >= {column.name for column in CODES}


def test_a_file_with_the_name_of_a_schema_has_none(tmp_path):
    assert written(tmp_path, [row(1, POINT)], name="steder.xsd").read_text("utf-8").count("<lk:featureMember>") == 1
    assert [file.name for file in tmp_path.iterdir()] == ["steder.xsd"]


def test_a_browser_gets_both_in_one(tmp_path):
    path = tmp_path / "steder.zip"
    assert gml_zip.write(table([row(1, POINT, "0301")], CODES), path) == 1
    with ZipFile(path) as packed:
        assert packed.namelist() == ["steder.gml", "steder.xsd"]
    assert read(f"/vsizip/{path}/steder.gml")[2]["comment"] == ["0301"]
    assert [file.name for file in tmp_path.iterdir()] == ["steder.zip"]
