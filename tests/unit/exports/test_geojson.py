import datetime as dt
import json
import tracemalloc

import pytest

from exports.errors import ExportError
from exports.formats import geojson
from exports.table import Column, FeatureTable, Row

COLUMNS = [
    Column("id", "integer"),
    Column("comment", "text", {"nb": "Kommentar"}),
    Column("why", "list"),
    Column("length_m", "decimal"),
    Column("session_date", "date"),
]
POINT = '{"type":"Point","coordinates":[5.22,60.37]}'
LINE = '{"type":"LineString","coordinates":[[5.22,60.37],[5.23,60.38]]}'
CLOCKWISE = '{"type":"Polygon","coordinates":[[[5,60],[5,61],[6,61],[6,60],[5,60]]]}'


def written(tmp_path, rows, columns=COLUMNS, **settings):
    path = tmp_path / "steder.geojson"
    geojson.write(FeatureTable("steder", columns, rows, "id", **settings), path)
    return path


def comments(tmp_path, texts):
    columns = [Column("id", "integer"), Column("comment")]
    rows = [Row((number, text), POINT) for number, text in enumerate(texts)]
    return written(tmp_path, rows, columns)


def test_a_feature_has_id_geometry_and_typed_properties(tmp_path):
    row = Row((7, "mørkt", ["dark", "traffic"], 12.5, dt.date(2026, 3, 1)), LINE)
    collection = json.loads(written(tmp_path, [row], about={"licence": "NLOD"}).read_bytes())
    assert collection == {
        "type": "FeatureCollection",
        "name": "steder",
        "about": {"licence": "NLOD"},
        "features": [
            {
                "type": "Feature",
                "id": 7,
                "geometry": json.loads(LINE),
                "properties": {
                    "id": 7,
                    "comment": "mørkt",
                    "why": ["dark", "traffic"],
                    "length_m": 12.5,
                    "session_date": "2026-03-01",
                },
            }
        ],
    }


def test_a_row_without_geometry_or_with_infinite_numbers_is_kept(tmp_path):
    row = Row((7, None, None, float("inf"), None))
    (feature,) = json.loads(written(tmp_path, [row]).read_bytes())["features"]
    assert feature["geometry"] is None
    assert feature["properties"]["length_m"] is None


def test_rings_are_wound_as_rfc_7946_asks(tmp_path):
    row = Row((7, None, None, None, None), CLOCKWISE)
    (feature,) = json.loads(written(tmp_path, [row]).read_bytes())["features"]
    assert feature["geometry"]["coordinates"] == [[[5, 60], [6, 60], [6, 61], [5, 61], [5, 60]]]


def test_a_coordinate_that_is_no_number_is_refused(tmp_path):
    row = Row((7, None, None, None, None), '{"type":"Point","coordinates":[NaN,60.37]}')
    with pytest.raises(ExportError, match="Feature 7"):
        written(tmp_path, [row])


def test_naughty_texts_come_back_from_the_file(tmp_path, naughty):
    features = json.loads(comments(tmp_path, naughty).read_bytes())["features"]
    assert len(features) == len(naughty)
    assert features[naughty.index("أحب هذا المكان")]["properties"]["comment"] == "أحب هذا المكان"
    assert features[naughty.index("slutter\x00her\x01ikke")]["properties"]["comment"] == "slutterherikke"


def test_gdal_reads_the_same_features(tmp_path, naughty):
    pyogrio = pytest.importorskip("pyogrio")
    texts = [text for text in naughty if "\x00" not in text and "\ud83d" not in text]
    path = comments(tmp_path, texts)
    info = pyogrio.read_info(path)
    assert info["crs"] == "EPSG:4326"
    assert info["features"] == len(texts)
    _, fids, geometries, (_, read) = pyogrio.raw.read(path, return_fids=True)
    expected = [json.loads(path.read_bytes())["features"][n]["properties"]["comment"] for n in fids]
    assert list(read) == expected
    assert all(geometry is not None for geometry in geometries)


def test_memory_does_not_grow_with_the_number_of_rows(tmp_path):
    values = (7, "kommentar" * 10, ["dark"], 1.0, None)
    tracemalloc.start()
    written(tmp_path, (Row(values, LINE) for _ in range(50_000)))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2_000_000
