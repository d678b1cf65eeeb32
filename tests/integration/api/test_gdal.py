"""GDAL reads the layers from a server that runs: its driver is what QGIS and ogr2ogr read OGC API – Features with."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import flask
import orjson
import pytest
import shapely

from tests.integration.api.conftest import Layers
from tests.serving import served

pytestmark = pytest.mark.parametrize("store", ["sqlite"], indirect=True)
UTM = "EPSG:25832"


def with_gdal(app: flask.Flask, *orders: dict[str, Any]) -> list[Any]:
    """What came of the orders; see read_with_gdal.py."""
    with served(app) as port:
        command = [sys.executable, "-m", "tests.integration.api.read_with_gdal", f"OAPIF:http://127.0.0.1:{port}/ogc/"]
        done = subprocess.run(command, input=orjson.dumps(orders), capture_output=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr.decode()
    found: list[Any] = orjson.loads(done.stdout)
    return found


def name_of(address: str) -> str:
    return address.rpartition("/")[2]


def test_gdal_lists_reads_all_pages_and_filters_with_a_token(app: flask.Flask, layers: Layers) -> None:
    order = {"token": layers.full["Authorization"].removeprefix("Bearer ")}
    marks = order | {"layer": name_of(layers.marks)}
    listed, every, here, unsafe, utm = with_gdal(
        app,
        order,
        marks,
        marks | {"bbox": (5.22, 60.374, 5.23, 60.376)},
        marks | {"where": "category = 'unsafe'"},
        marks | {"CRS": UTM},
    )
    assert set(listed) == {name_of(one) for one in layers.every}
    assert every["fields"]["id"] == layers.ids(layers.marks, layers.full)
    assert {text.split(" ")[0] for text in every["shapes"]} == {"LINESTRING", "POINT"}
    assert "Æ 🌲" in every["fields"]["comment"]
    assert every["fields"]["school"].count("Loddefjord skole") == 10
    assert here["fields"]["id"] == layers.ids(layers.marks, layers.full, bbox="5.22,60.374,5.23,60.376")
    assert unsafe["fields"]["category"] == ["unsafe"]
    assert utm["crs"] == UTM
    for text, e, n in zip(utm["shapes"], utm["fields"]["e"], utm["fields"]["n"], strict=True):
        shape = shapely.from_wkt(text)
        assert shape.geom_type == "LineString" or (shape.x, shape.y) == pytest.approx((e, n), abs=0.02)


def test_gdal_without_a_token_sees_what_is_published_alone(app: flask.Flask, layers: Layers) -> None:
    listed, hexagons, refused, wrong = with_gdal(
        app, {}, {"layer": name_of(layers.published)}, {"layer": name_of(layers.marks)}, {"token": "wrong"}
    )
    assert set(listed) == {name_of(layers.published), name_of(layers.zones)}
    assert len(hexagons["shapes"]) == len(layers.ids(layers.published)) > 3
    assert min(hexagons["fields"]["respondents"]) >= 5
    assert {text.split(" ")[0] for text in hexagons["shapes"]} == {"POLYGON"}
    assert (refused, wrong) == ("refused", "refused")
