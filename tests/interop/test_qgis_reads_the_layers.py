"""QGIS reads the live layers, connected as /help/map-programs says."""

import pytest

pytestmark = pytest.mark.parametrize("store", ["sqlite"], indirect=True)
BOX = (5.22, 60.374, 5.23, 60.376)


def name_of(address):
    return address.rpartition("/")[2]


def ids(features):
    return sorted(feature["values"]["id"] for feature in features)


def secret(headers):
    return headers["Authorization"].split()[1]


def test_with_a_token_every_layer_is_listed_and_read(qgis, layers, address):
    points, lines = layers.of_one_kind
    told = qgis("read_layers_of_server", address, secret(layers.full), name_of(points), *BOX)
    here = told.pop("in the box")
    assert set(told) == {name_of(one) for one in layers.every}
    assert {layer["crs"] for layer in told.values()} == {"EPSG:4326"}
    for one in layers.every:
        assert ids(told[name_of(one)]["features"]) == sorted(layers.ids(one, layers.full))
    for one, kind in (
        (points, "Point"),
        (lines, "LineString"),
        (layers.published, "Polygon"),
        (layers.zones, "Polygon"),
    ):
        layer = told[name_of(one)]
        assert layer["kind"] == kind
        assert {feature["geometry"].split(" ")[0] for feature in layer["features"]} == {kind}
    assert "Æ 🌲" in {feature["values"]["comment"] for feature in told[name_of(points)]["features"]}
    assert ids(here) == layers.ids(points, layers.full, bbox=",".join(map(str, BOX)))
    assert len(here) == 5


@pytest.mark.parametrize("token", ["", "published"])
def test_without_a_token_to_everything_what_is_published_is_all_there_is(qgis, layers, address, token):
    told = qgis("read_layers_of_server", address, token and secret(layers.open), name_of(layers.marks), *BOX)
    assert told.pop("in the box") is None
    assert set(told) == {name_of(layers.published), name_of(layers.zones)}
    assert all(layer["features"] for layer in told.values())


def test_a_token_that_does_not_work_opens_nothing(qgis, layers, address):
    assert qgis("read_layers_of_server", address, "mistyped", name_of(layers.zones), *BOX) == {"in the box": None}
