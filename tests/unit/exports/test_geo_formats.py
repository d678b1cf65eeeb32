"""What holds of every format with places: GDAL reads back what was written."""

import pytest
import shapely

from exports.errors import ExportError
from exports.formats import FORMATS
from exports.table import Column, FeatureTable, Row
from tests.unit.exports.geo_rows import AREA, COMMENT, LINE, LINES, POINT, POINTS, read, row, table

GEO = ["gpkg", "shp", "gml"]
LAYERS = {POINT: "steder_punkt", LINE: "steder_linje", AREA: "steder_flate"}


def written(tmp_path, name, rows, **settings):
    path = tmp_path / f"steder{FORMATS[name].suffix}"
    FORMATS[name].write(table(rows, **settings), path, "nb", str)
    return path


@pytest.mark.parametrize("name", GEO)
@pytest.mark.parametrize("geometry", LAYERS)
def test_values_and_shapes_are_what_they_were(tmp_path, name, geometry):
    path = written(tmp_path, name, [row(1, POINT), row(2, LINE), row(3, AREA), row(4, geometry)])
    _crs, shapes, values = read(path, LAYERS[geometry])
    kept = {field[:10]: found[-1] for field, found in values.items()}
    assert kept["id"] == 4
    assert kept["comment"] == COMMENT
    assert kept["category"] == "safe"
    assert kept["why"] == "dark; traffic"
    assert kept["length_m"] == 12.5
    assert str(kept["session_da"]).startswith("2026-03-01")
    assert str(kept["received"])[:19].replace("T", " ") == "2026-03-01 09:30:15"
    assert kept["complete"] in (True, 1)
    assert kept["select"] == "from"
    assert shapely.normalize(shapes[-1]).equals_exact(shapely.normalize(shapely.from_geojson(geometry)), 1e-9)
    assert len(shapes) == 2


@pytest.mark.parametrize("name", GEO)
@pytest.mark.parametrize(("crs", "expected"), [(25832, (291596.42, 6698597.25)), (25833, (-38055.74, 6732679.81))])
def test_coordinates_are_in_the_crs_asked_for(tmp_path, name, crs, expected):
    """Expected is what PROJ's own program gives."""
    found, shapes, _values = read(written(tmp_path, name, [row(1, POINT)], crs=crs))
    assert found == f"EPSG:{crs}"
    assert (shapes[0].x, shapes[0].y) == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize("name", GEO)
@pytest.mark.parametrize(("one", "several"), [(LINE, LINES), (POINT, POINTS)])
def test_those_of_several_parts_are_kept_whole(tmp_path, name, one, several):
    path = written(tmp_path, name, [row(1, one), row(2, several)])
    parts = {}
    for layer in (
        {"steder_linje"} if one == LINE else {"steder_punkt", "steder_punkter"} if name == "shp" else {"steder_punkt"}
    ):
        _crs, shapes, values = read(path, layer)
        parts |= {number: shapely.get_num_geometries(shape) for number, shape in zip(values["id"], shapes, strict=True)}
    assert parts == {1: 1, 2: 2}


@pytest.mark.parametrize("name", GEO)
def test_a_row_without_a_place_is_kept(tmp_path, name):
    path = written(tmp_path, name, [row(1, POINT), row(2, None)])
    layer = {"gpkg": "steder_uten_sted"}.get(name, "steder")
    assert read(path, layer)[2]["id"] == [2]
    assert read(written(tmp_path, name, [row(3, None)]), layer)[2]["id"] == [3]


@pytest.mark.parametrize("name", GEO)
@pytest.mark.parametrize(
    "wrong",
    [
        '{"type":"Point","coordinates":[5.22,NaN]}',
        '{"type":"Point","coordinates":[]}',
        '{"type":"LineString","coordinates":[[5,60],[Infinity,60]]}',
        '{"type":"GeometryCollection","geometries":[]}',
        "no geometry",
    ],
)
def test_what_is_no_geometry_is_refused_with_where_it_is(tmp_path, name, wrong):
    with pytest.raises(ExportError, match="rows 1 to 3"):
        written(tmp_path, name, [row(1, POINT), row(2, wrong), row(3, POINT)])


@pytest.mark.parametrize("name", GEO)
def test_what_is_too_far_away_for_the_crs_is_refused_with_one_that_has_room_for_it(tmp_path, name):
    far = '{"type":"Point","coordinates":[100.5,0.5]}'
    with pytest.raises(ExportError, match=r"EPSG:25832.*EPSG:4326"):
        written(tmp_path, name, [row(1, POINT), row(2, far)], crs=25832)
    assert read(written(tmp_path, name, [row(2, far)]), LAYERS[POINT])[1][0].x == 100.5


@pytest.mark.parametrize("name", GEO)
def test_heights_are_left_out(tmp_path, name):
    high = [
        '{"type":"Point","coordinates":[5.22,60.37,12.5]}',
        '{"type":"LineString","coordinates":[[5.22,60.37,1],[5.23,60.38,2]]}',
    ]
    path = written(tmp_path, name, [row(1, high[0]), row(2, high[1]), row(3, POINT)])
    _crs, shapes, _values = read(path, "steder_punkt")
    assert [(shape.x, shape.y, shape.has_z) for shape in shapes] == [(5.22, 60.37, False)] * 2


@pytest.mark.parametrize("name", GEO)
def test_texts_that_break_readers_are_kept(tmp_path, name):
    texts = [
        "=1+1",
        "a\x00b\x07c",
        "linje\r\nto",
        "\ud800",
        "\u202eomvendt",
        "'; DROP TABLE steder;--",
        "]]>&lt;",
        " kant ",
    ]
    columns = [Column("id", "integer"), Column("comment")]
    path = tmp_path / f"t{FORMATS[name].suffix}"
    rows = [Row((number, text), POINT) for number, text in enumerate(texts)]
    FORMATS[name].write(FeatureTable("Steder", columns, rows, geometries=("point",)), path, None, str)
    found = read(path, "steder_punkt")[2]["comment"]
    expected = ["=1+1", "abc", "linje\nto", "\ufffd", "\u202eomvendt", "'; DROP TABLE steder;--", "]]>&lt;", " kant "]
    if name != "gpkg":  # readers of tables and of XML drop blanks at the ends
        expected, found = ([text.strip() for text in texts] for texts in (expected, found))
    assert found == expected


@pytest.mark.parametrize("name", GEO)
def test_other_members_of_a_geometry_are_passed_over(tmp_path, name):
    boxed = '{"type":"LineString","coordinates":[[5.22,60.37],[5.23,60.38]],"bbox":[5.22,60.37,5.23,60.38]}'
    _crs, shapes, _values = read(written(tmp_path, name, [row(1, LINE), row(2, boxed)]), "steder_linje")
    assert shapes[0].equals_exact(shapes[1], 1e-9)
