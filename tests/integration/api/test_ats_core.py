"""The abstract test suite of OGC API – Features, Part 1, conformance class core: a test for each requirement, by its name."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import shapely
from shapely.geometry import shape

from tests.integration.api.conftest import Layers

CORE = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core"
CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"


def links(document: Any, rel: str) -> list[dict[str, str]]:
    return [link for link in document["links"] if link["rel"] == rel]


def path_of(link: dict[str, str]) -> str:
    assert link["href"].startswith("http://localhost/")
    return link["href"].removeprefix("http://localhost")


def parameter(layers: Layers, name: str) -> dict[str, Any]:
    """As the description of the API has it for the items of the marks."""
    document = layers.get("/ogc/api", layers.full).json
    at = layers.marks.removeprefix("/ogc") + "/items"
    references = [one["$ref"] for one in document["paths"][at]["get"]["parameters"] if "$ref" in one]
    assert f"#/components/parameters/{name}" in references
    found: dict[str, Any] = document["components"]["parameters"][name]
    return found


def all_collections(layers: Layers) -> list[str]:
    return layers.every


def test_req_core_root_op_and_success(known: Layers) -> None:
    answer = known.get("/ogc/")
    assert answer.status_code == 200
    for rel in ("service-desc", "conformance", "data", "self", "alternate"):
        assert known.get(path_of(links(answer.json, rel)[0])).status_code == 200


def test_req_core_api_definition_op_and_success(known: Layers) -> None:
    described = links(known.get("/ogc/").json, "service-desc")[0]
    answer = known.get(path_of(described), {"Accept": described["type"]})
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, described["type"])


def test_req_core_conformance_op_and_success(known: Layers) -> None:
    answer = known.get(path_of(links(known.get("/ogc/").json, "conformance")[0]))
    assert answer.status_code == 200 and CORE in answer.json["conformsTo"]


def test_req_core_http(known: Layers) -> None:
    for address in ("/ogc/", "/ogc/conformance", "/ogc/api", "/ogc/collections", f"{known.published}/items"):
        assert known.client.head(address).status_code == 200
        assert known.client.post(address).status_code == 405
        assert "GET" in known.client.options(address).headers["Allow"]


def test_req_core_query_param_unknown(known: Layers) -> None:
    for address in ("/ogc/", "/ogc/conformance", "/ogc/api", "/ogc/collections", known.zones, f"{known.zones}/items"):
        assert known.get(address, **{"unknown-one": "x"}).status_code == 400
    assert known.get(f"{known.zones}/items/1", limit=1).status_code == 400


@pytest.mark.parametrize(
    "query",
    [
        {"limit": "0"},
        {"limit": "-1"},
        {"limit": "ti"},
        {"limit": "1.5"},
        {"limit": ""},
        {"limit": ["1", "2"]},
        {"bbox": "1,2,3"},
        {"bbox": "1,2,3,4,5"},
        {"bbox": "5,61,6,60"},
        {"bbox": "a,b,c,d"},
        {"bbox": "nan,1,2,3"},
        {"bbox": "1,2,inf,3"},
        {"bbox": ""},
        {"datetime": "i går"},
        {"datetime": "2026-13-01"},
        {"datetime": "2026-03-09/2026-03-01"},
        {"datetime": "2026-03-01T10:00:00"},
        {"datetime": "2026-03-01/2026-03-02/2026-03-03"},
        {"datetime": "20260301"},
        {"datetime": "../2026-W10"},
        {"crs": "EPSG:25832"},
        {"bbox": "1,2,3,4", "bbox-crs": "http://www.opengis.net/def/crs/EPSG/0/3857"},
        {"f": "xml"},
        {"lang": "pl"},
        {"after": "x"},
        {"after": "9" * 40},
    ],
)
def test_req_core_query_param_invalid(known: Layers, query: dict[str, Any]) -> None:
    answer = known.get(f"{known.marks}/items", known.full, **query)
    assert answer.status_code == 400
    assert answer.json["code"] == "BadRequest" and next(iter(query)) in answer.json["description"]


def test_req_core_crs84(known: Layers) -> None:
    for address in all_collections(known):
        for feature in known.get(f"{address}/items", known.full).json["features"]:
            west, south, east, north = shape(feature["geometry"]).bounds
            assert 5.2 <= west <= east <= 5.31 and 60.3 <= south <= north <= 60.41


def test_req_core_fc_md_op_success_links_and_items(known: Layers) -> None:
    document = known.get("/ogc/collections", known.full).json
    assert [len(links(document, rel)) for rel in ("self", "alternate")] == [1, 1]
    assert all({"rel", "type"} <= set(link) for link in document["links"])
    found = {f"/ogc/collections/{one['id']}": one for one in document["collections"]}
    assert set(found) == set(all_collections(known))
    for address, one in found.items():
        assert {link["type"] for link in links(one, "items")} == {"application/geo+json", "text/html"}
        assert all({"rel", "type"} <= set(link) for link in one["links"])
        assert known.get(path_of(links(one, "items")[0]), known.full).status_code == 200
        assert one["id"] == known.get(address, known.full).json["id"]


def test_req_core_fc_md_extent(known: Layers) -> None:
    for address in all_collections(known):
        extent = known.get(address, known.full).json["extent"]
        assert extent["spatial"]["crs"] == CRS84
        within = shapely.box(*extent["spatial"]["bbox"][0]).buffer(1e-9)
        for feature in known.get(f"{address}/items", known.full).json["features"]:
            assert within.contains(shape(feature["geometry"]))
    interval = known.get(known.marks, known.full).json["extent"]["temporal"]["interval"]
    assert interval == [["2026-03-01T23:00:00Z", "2026-03-08T22:59:59Z"]]


def test_req_core_sfc_md_op_and_success(known: Layers) -> None:
    listed = {one["id"]: one for one in known.get("/ogc/collections", known.full).json["collections"]}
    for address in all_collections(known):
        document = known.get(address, known.full).json
        same = listed[document["id"]]
        assert {name: document[name] for name in document if name != "links"} == {
            name: same[name] for name in same if name != "links"
        }
        assert links(document, "items") == links(same, "items")
    assert known.get("/ogc/collections/nothing-1").status_code == 404
    assert known.get("/ogc/collections/marks-999").status_code == 404


def test_req_core_fc_op_and_response(known: Layers) -> None:
    for address in all_collections(known):
        answer = known.get(f"{address}/items", known.full)
        assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/geo+json")
        assert answer.json["type"] == "FeatureCollection" and answer.json["features"]
        assert {feature["type"] for feature in answer.json["features"]} == {"Feature"}


def test_req_core_fc_limit_definition(known: Layers) -> None:
    found = parameter(known, "limit")
    assert (found["in"], found["required"], found["style"], found["explode"]) == ("query", False, "form", False)
    assert found["schema"] == {"type": "integer", "minimum": 1, "maximum": 10_000, "default": 100}


@pytest.mark.parametrize("limit", [1, 3, 10, 11, 12, 10_000, 1_000_000, 10**30])
def test_req_core_fc_limit_response(known: Layers, limit: int) -> None:
    answer = known.get(f"{known.marks}/items", known.full, limit=limit).json
    assert len(answer["features"]) == answer["numberReturned"] == min(limit, 11)


def test_req_core_fc_bbox_definition(known: Layers) -> None:
    found = parameter(known, "bbox")
    assert (found["in"], found["required"], found["style"], found["explode"]) == ("query", False, "form", False)
    assert found["schema"]["type"] == "array" and found["schema"]["items"] == {"type": "number"}
    assert [one["minItems"] for one in found["schema"]["oneOf"]] == [4, 6]


@pytest.mark.parametrize(
    ("bbox", "count"),
    [
        ("5.22,60.374,5.23,60.376", 5),
        ("5.22,60.374,0,5.23,60.376,100", 5),
        ("5.225,60.375,5.225,60.375", 5),
        ("5.24,60.365,5.25,60.375", 5),
        ("5.22,60.371,5.26,60.374", 0),
        ("5.29,60.39,5.31,60.41", 1),
        ("5,60,6,61", 11),
        ("-180,-90,180,90", 11),
        ("5.29,-90,5.22,90", 6),
        ("170,-90,-170,90", 0),
        ("10,60,11,61", 0),
    ],
)
def test_req_core_fc_bbox_response(known: Layers, bbox: str, count: int) -> None:
    answer = known.get(f"{known.marks}/items", known.full, bbox=bbox).json
    assert len(answer["features"]) == count == answer["numberMatched"]


def test_req_core_fc_time_definition(known: Layers) -> None:
    found = parameter(known, "datetime")
    assert (found["in"], found["required"], found["style"], found["explode"]) == ("query", False, "form", False)
    assert found["schema"] == {"type": "string"}


@pytest.mark.parametrize(
    ("time", "count"),
    [
        ("2026-03-02T09:30:00Z", 11),
        ("2026-03-05", 11),
        ("2026-03-08T23:30:00+01:00", 11),
        ("2026-03-09", 0),
        ("2026-03-01", 0),
        ("2026-01-01/2026-02-01T00:00:00Z", 0),
        ("2026-02-01/2026-03-02", 11),
        ("2026-03-01/..", 11),
        ("2026-03-01/", 11),
        ("../2026-03-02T00:00:00Z", 11),
        ("/2026-03-01", 0),
        ("2026-03-09T00:00:00+01:00/..", 0),
        ("../..", 11),
    ],
)
def test_req_core_fc_time_response(known: Layers, time: str, count: int) -> None:
    assert len(known.ids(known.marks, known.full, datetime=time)) == count
    assert len(known.ids(known.zones, datetime=time)) == 2  # without a time, so in every stretch of it


def test_req_core_fc_links_and_rel_type(known: Layers) -> None:
    for address in all_collections(known):
        document = known.get(f"{address}/items", known.full, limit=1).json
        kinds = {link["rel"]: link["type"] for link in document["links"]}
        geojson = "application/geo+json"
        assert kinds == {
            "self": geojson,
            "alternate": "text/html",
            "collection": "application/json",
            "next": geojson,
        }


def test_req_core_fc_time_stamp(known: Layers) -> None:
    stamp = datetime.fromisoformat(known.get(f"{known.zones}/items").json["timeStamp"])
    assert abs(datetime.now(UTC) - stamp) < timedelta(minutes=5)


def test_req_core_fc_number_matched_and_returned(known: Layers) -> None:
    for address, matched in ((known.marks, 11), (known.zones, 2)):
        document = known.get(f"{address}/items", known.full, limit=1).json
        assert (
            (document["numberMatched"], document["numberReturned"])
            == (matched, 1)
            == (matched, len(document["features"]))
        )


def test_req_core_f_op_success_and_links(known: Layers) -> None:
    for address in all_collections(known):
        for feature in known.get(f"{address}/items", known.full).json["features"]:
            answer = known.get(f"{address}/items/{feature['id']}", known.full)
            assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/geo+json")
            assert {name: answer.json[name] for name in feature} == feature
            assert [link["rel"] for link in answer.json["links"]] == ["self", "alternate", "collection"]
            assert path_of(links(answer.json, "collection")[0]) == address
        assert known.get(f"{address}/items/999999", known.full).status_code == 404
