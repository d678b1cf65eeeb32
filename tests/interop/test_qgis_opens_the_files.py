"""QGIS opens the files that the command makes: layers, systems, places and every field, as they were told."""

import json

import pytest
import shapely
from pyproj import Transformer

from tests.interop.told_places import PLACES

LAYERS = {"steder_punkt": "Point", "steder_linje": "LineString", "steder_flate": "Polygon"}
GEOJSON_LAYERS = [("Steder", "LineString"), ("Steder", "Point"), ("Steder", "Polygon")]
TO_METRES = Transformer.from_crs(4326, 25832, always_xy=True)
CENTIMETRE = 0.01


def opened(qgis, path):
    """The layers with places, by name and kind, and the tables without."""
    layers = qgis("read_layers", path)
    return [layer for layer in layers if layer["kind"] != "NoGeometry"], {
        layer["name"]: layer for layer in layers if layer["kind"] == "NoGeometry"
    }


def rows(layers):
    return sorted((each for layer in layers for each in layer["features"]), key=lambda each: each["values"]["id"])


def lie_as_told(features, metres):
    for place, feature in zip(PLACES, features, strict=True):
        told = shapely.transform(place.shape, TO_METRES.transform, interleaved=False)
        told, found = (told if metres else place.shape), shapely.from_wkt(feature["geometry"])
        parts = shapely.get_parts(found) if found.geom_type.startswith("Multi") else [found]
        [alone] = parts
        yield shapely.normalize(told).equals_exact(shapely.normalize(alone), CENTIMETRE if metres else 1e-9)


def test_a_geopackage_has_a_layer_for_each_kind_and_every_field(qgis, told_files):
    layers, tables = opened(qgis, told_files["gpkg"])
    assert {layer["name"]: layer["kind"] for layer in layers} == LAYERS
    assert {layer["crs"] for layer in layers} == {"EPSG:25832"}
    found = rows(layers)
    assert all(lie_as_told(found, metres=True))
    features = json.loads(told_files["geojson"].read_text("utf-8"))["features"]
    for place, feature, written in zip(PLACES, found, features, strict=True):
        values = {name: value for name, value in feature["values"].items() if name != "fid"}
        assert values == written["properties"]
        assert (values["comment"], values["category"], values["mode"]) == (place.comment, place.category, place.mode)
        assert (values["zone_code"], values["session_date"]) == ("03011914", "2026-03-02")
    assert set(tables) == {"om", "svar", "kodebok", "sammendrag"}
    assert [row["values"]["like_area"] for row in tables["svar"]["features"]] == [4]


def test_a_geopackage_says_what_the_fields_of_every_table_are_called(qgis, told_files):
    layers, tables = opened(qgis, told_files["gpkg"])
    for layer in layers:
        assert layer["aliases"]["mode_label"] == "Reisemåte"
    assert tables["svar"]["aliases"]["school"] == "Skole"
    assert tables["svar"]["aliases"]["like_area_label"] != "like_area_label"
    assert tables["kodebok"]["aliases"]["variable"] == "Variabel"


@pytest.mark.parametrize(("name", "metres"), [("geojson", False), ("shp", True), ("gml", True)])
def test_the_other_files_hold_the_same(qgis, told_files, name, metres):
    layers, _tables = opened(qgis, told_files[name])
    assert {layer["crs"] for layer in layers} == {"EPSG:25832" if metres else "EPSG:4326"}
    if name == "geojson":
        assert sorted((layer["name"], layer["kind"]) for layer in layers) == GEOJSON_LAYERS
    else:
        assert {layer["name"].removesuffix(".shp") for layer in layers} == set(LAYERS)
    found = rows(layers)
    assert all(lie_as_told(found, metres))
    for place, feature in zip(PLACES, found, strict=True):
        values = feature["values"]
        assert (values["comment"], values["category"], values["mode"]) == (place.comment, place.category, place.mode)
        assert values.get("session_date", values.get("session_da")) == "2026-03-02"
