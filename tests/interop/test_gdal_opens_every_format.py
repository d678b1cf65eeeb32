"""GDAL's own program copies what we write, in each format with places: rows, texts, dates, codes and holes come along."""

import json

import pytest
import shapely

from exports.formats import FORMATS
from tests.unit.exports.geo_rows import AREA, COMMENT, LINE, POINT, row, table

LAYERS = {"steder_punkt": POINT, "steder_linje": LINE, "steder_flate": AREA}
CUT_NAMES = {"session_date": "session_da"}
TEXTS = [COMMENT, "=1+1", "\u202eأحب هذا 🛝", "'; DROP TABLE steder;--"]


@pytest.mark.parametrize("name", ["gpkg", "shp", "gml", "geojson"])
@pytest.mark.parametrize("layer", LAYERS)
def test_ogr2ogr_copies_every_field(program, tmp_path, name, layer):
    path, copy = tmp_path / f"steder{FORMATS[name].suffix}", tmp_path / "kopi.geojson"
    shape = LAYERS[layer]
    rows = [row(number, shape, text) for number, text in enumerate(TEXTS)]
    FORMATS[name].write(table(rows), path, None, str)
    source = f"/vsizip/{path}/{layer}.shp" if name == "shp" else str(path)
    layers = [layer] if name in ("gpkg", "gml") else []
    program("ogr2ogr", "-f", "GeoJSON", "-t_srs", "EPSG:4326", copy, source, *layers)
    features = json.loads(copy.read_text("utf-8"))["features"]
    assert [feature["properties"]["comment"] for feature in features] == TEXTS
    for feature in features:
        kept = feature["properties"]
        date = kept[CUT_NAMES.get("session_date", "") if name == "shp" else "session_date"]
        assert (kept["category"], kept["select"], kept["length_m"]) == ("safe", "from", 12.5)
        assert date.replace("/", "-") == "2026-03-01"
        found, sent = shapely.geometry.shape(feature["geometry"]), shapely.from_geojson(shape)
        assert shapely.normalize(found).equals_exact(shapely.normalize(sent), 1e-6)
