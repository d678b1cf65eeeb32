"""The abstract test suite of OGC API – Features, Part 1, conformance classes geojson, html and oas30, by requirement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from shapely.geometry import shape

from tests.integration.api.conftest import Layers

PART_1 = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/"
PAGE = {"Accept": "text/html"}


def addresses(known: Layers) -> list[str]:
    items = [f"{one}/items" for one in known.every]
    return ["/ogc/", "/ogc/conformance", "/ogc/api", "/ogc/collections", *known.every, *items]


def is_restricted(known: Layers, path: str) -> bool:
    return any(f"/ogc{path}/".startswith(f"{one}/") for one in known.restricted)


def operations(document: Any) -> list[dict[str, Any]]:
    return [path["get"] for path in document["paths"].values()]


def test_req_geojson_definition(known: Layers) -> None:
    for address in (f"{known.published}/items", f"{known.zones}/items", f"{known.zones}/items/1"):
        for headers in ({"Accept": "application/geo+json"}, {"Accept": "application/json"}, {"Accept": "*/*"}):
            assert known.get(address, headers).headers["Content-Type"] == "application/geo+json"
    assert f"{PART_1}geojson" in known.get("/ogc/conformance").json["conformsTo"]


def test_req_geojson_content(known: Layers) -> None:
    for address in (known.marks, known.published, known.zones):
        for feature in known.get(f"{address}/items", known.full).json["features"]:
            assert list(feature) == ["type", "id", "geometry", "properties"]
            assert shape(feature["geometry"]).is_valid
            assert isinstance(feature["properties"], dict)
            assert all(isinstance(value, str | int | float | None) for value in feature["properties"].values())


def test_req_html_definition(known: Layers) -> None:
    for address in addresses(known):
        for headers, query in ((PAGE, {}), ({"Accept": "*/*"}, {"f": "html"})):
            answer = known.get(address, known.full | headers, **query)
            assert (answer.status_code, answer.mimetype) == (200, "text/html"), address
    assert f"{PART_1}html" in known.get("/ogc/conformance").json["conformsTo"]


def test_req_html_content(known: Layers) -> None:
    """Each link of the JSON stands in the page, and what is told."""
    for address in addresses(known):
        document, page = known.get(address, known.full).json, known.get(address, known.full | PAGE).text
        for link in document.get("links", []):
            other = link["href"].replace("f=json", "f=html") if link["rel"] == "next" else link["href"]
            assert link["rel"] in ("self", "alternate") or other.replace("&", "&amp;") in page, (address, link)
        for told in [*document.get("conformsTo", ()), *document.get("crs", ()), document.get("title") or ""]:
            assert told in page
    page = known.get(f"{known.marks}/items", known.full | PAGE).text
    assert "Æ 🌲" in page and "hemmelig" in page
    one = known.get(f"{known.marks}/items/2", known.full | PAGE).text
    assert "[5.26,60.37]" in one and "Loddefjord skole" in one


def test_pages_are_in_the_readers_language(known: Layers) -> None:
    for language, told in (("nb", "Kartlagene"), ("nn", "Kartlaga"), ("en", "The layers")):
        assert f">{told}</h1>" in known.get("/ogc/collections", PAGE | {"Accept-Language": language}).text


def test_req_oas30_oas_definition(known: Layers) -> None:
    document = known.get("/ogc/api").json
    assert document["openapi"].startswith("3.0.")
    assert document["info"]["title"] and document["info"]["version"]
    assert document["servers"] == [{"url": "http://localhost/ogc"}]
    assert f"{PART_1}oas30" in known.get("/ogc/conformance").json["conformsTo"]


def test_no_list_in_the_definition_is_empty_that_may_not_be(known: Layers) -> None:
    """OpenAPI 3.0 asks for one name or more in “required” and “enum”: validators refused the whole definition."""

    def lists(thing: Any) -> Iterator[Any]:
        if isinstance(thing, dict):
            yield from (thing[name] for name in ("required", "enum") if isinstance(thing.get(name), list))
        for inner in thing.values() if isinstance(thing, dict) else thing if isinstance(thing, list) else ():
            yield from lists(inner)

    found = list(lists(known.get("/ogc/api", known.full).json))
    assert len(found) > 10 and all(found)


def test_req_oas30_oas_impl_every_address_is_described(known: Layers) -> None:
    paths = known.get("/ogc/api", known.full).json["paths"]
    described = {address.removeprefix("/ogc") for address in addresses(known)}
    assert described | {f"{one}/items/{{featureId}}".removeprefix("/ogc") for one in known.every} == set(paths)
    open_to_all = set(known.get("/ogc/api").json["paths"])
    assert open_to_all == {path for path in paths if not is_restricted(known, path)}


def test_req_oas30_completeness_all_parameters_are_taken(known: Layers) -> None:
    document = known.get("/ogc/api", known.full).json
    names = [operation["operationId"] for operation in operations(document)]
    assert len(names) == len(set(names))
    samples = {"limit": "1", "bbox": "5,60,6,61", "datetime": "../..", "after": "1", "f": "json", "lang": "nn"}
    for path, operation in document["paths"].items():
        for one in operation["get"]["parameters"]:
            found = document["components"]["parameters"][one["$ref"].split("/")[-1]] if "$ref" in one else one
            if found["in"] == "query":
                value = samples.get(found["name"]) or found["schema"].get("default") or "x"
                asked = "/ogc" + path.replace("{featureId}", "999999")
                assert known.get(asked, known.full, **{found["name"]: value}).status_code in (200, 404), (path, found)


def test_req_oas30_exceptions_codes(known: Layers) -> None:
    document = known.get("/ogc/api", known.full).json
    usual = {"200", "304", "400", "401", "406", "429", "503"}
    for path, operation in document["paths"].items():
        codes = set(operation["get"]["responses"])
        due = usual | ({"404"} if path.startswith("/collections/") else set())
        due |= {"403"} if is_restricted(known, path) else set()
        assert codes == due, path
        for told in operation["get"]["responses"].values():
            assert "$ref" not in told or told["$ref"].split("/")[-1] in document["components"]["responses"]


def test_req_oas30_security(known: Layers) -> None:
    document = known.get("/ogc/api", known.full).json
    assert {one["scheme"] for one in document["components"]["securitySchemes"].values()} == {"bearer", "basic"}
    for path, operation in document["paths"].items():
        assert ("security" in operation["get"]) == is_restricted(known, path)


@pytest.mark.parametrize("accept", ["application/xml", "image/png", "application/gml+xml;version=3.2"])
def test_what_is_neither_json_nor_a_page_is_refused(known: Layers, accept: str) -> None:
    for address in addresses(known):
        assert known.get(address, known.full | {"Accept": accept}).status_code == 406


@pytest.mark.parametrize(
    ("address", "accept"),
    [
        ("/ogc/api", "application/vnd.oai.openapi+json"),
        ("/ogc/api", "application/json; charset=utf-8"),
        ("/ogc/collections", "application/json;charset=UTF-8, text/html;q=0.1"),
    ],
)
def test_what_is_accepted_by_name_is_given_whatever_is_said_of_its_kind(
    known: Layers, address: str, accept: str
) -> None:
    answer = known.get(address, known.full | {"Accept": accept})
    assert (answer.status_code, answer.is_json) == (200, True)
