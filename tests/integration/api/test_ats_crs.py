"""The abstract test suite of OGC API – Features, Part 2, conformance class crs: a test for each requirement, by its name."""

from __future__ import annotations

from typing import Any

import pytest
from pyproj import Transformer
from shapely.geometry import LineString, Point, shape

from participation.api.boxes import box_in
from participation.api.reference_systems import system
from tests.integration.api.conftest import Layers

CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
EPSG = "http://www.opengis.net/def/crs/EPSG/0/"
SYSTEMS = [CRS84, f"{EPSG}4326", f"{EPSG}25832", f"{EPSG}25833"]
HERE = (5.225, 60.375)


def place(crs: str) -> tuple[float, float]:
    """HERE, its axes in the order that the system has them."""
    if crs == CRS84:
        return HERE
    first, second = Transformer.from_crs(4326, int(crs.removeprefix(EPSG))).transform(*HERE[::-1])
    return first, second


def around(crs: str, margin: float) -> str:
    first, second = place(crs)
    return ",".join(map(str, (first - margin, second - margin, first + margin, second + margin)))


def test_req_crs_crs_uri_and_fc_md_crs_list(known: Layers) -> None:
    assert (
        "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs" in known.get("/ogc/conformance").json["conformsTo"]
    )
    for address in (known.marks, known.published, known.zones):
        assert known.get(address, known.full).json["crs"] == SYSTEMS


def test_req_crs_fc_md_storage_crs(known: Layers) -> None:
    for one in known.get("/ogc/collections", known.full).json["collections"]:
        assert one["storageCrs"] in one["crs"]


def test_req_crs_fc_crs_definition(known: Layers) -> None:
    paths = known.get("/ogc/api", known.full).json["paths"]
    for path, names in (("/items", {"crs", "bbox-crs"}), ("/items/{featureId}", {"crs"})):
        taken = paths[known.marks.removeprefix("/ogc") + path]["get"]["parameters"]
        found = {one["name"]: one for one in taken if one.get("name") in ("crs", "bbox-crs")}
        assert set(found) == names
        for one in found.values():
            assert one["schema"] == {"type": "string", "format": "uri", "enum": SYSTEMS, "default": CRS84}
            assert (one["in"], one["required"], one["style"], one["explode"]) == ("query", False, "form", False)


@pytest.mark.parametrize("crs", SYSTEMS)
def test_req_crs_fc_crs_action_and_header(known: Layers, crs: str) -> None:
    for address in (f"{known.marks}/items", f"{known.marks}/items/1"):
        answer = known.get(address, known.full, crs=crs)
        assert answer.headers["Content-Crs"] == f"<{crs}>"
        feature: Any = answer.json.get("features", [answer.json])[0]
        margin = 1e-6 if crs in SYSTEMS[:2] else 0.011
        assert feature["geometry"]["coordinates"] == pytest.approx(place(crs), abs=margin)


def test_req_crs_fc_crs_default_value(known: Layers) -> None:
    answer = known.get(f"{known.marks}/items", known.full)
    assert answer.headers["Content-Crs"] == f"<{CRS84}>"
    assert answer.json["features"][0]["geometry"]["coordinates"] == list(HERE)


@pytest.mark.parametrize("crs", ["", "EPSG:4326", f"{EPSG}3857", f"{EPSG}x", "http://example.org"])
def test_req_crs_fc_crs_valid_value(known: Layers, crs: str) -> None:
    assert known.get(f"{known.marks}/items", known.full, crs=crs).status_code == 400
    assert known.get(f"{known.marks}/items/1", known.full, crs=crs).status_code == 400


@pytest.mark.parametrize("crs", SYSTEMS)
def test_req_crs_fc_bbox_crs_action(known: Layers, crs: str) -> None:
    margin = 1e-4 if crs in SYSTEMS[:2] else 10
    assert len(known.ids(known.marks, known.full, **{"bbox": around(crs, margin), "bbox-crs": crs})) == 5


def test_req_crs_fc_bbox_crs_default_value(known: Layers) -> None:
    answers = [known.ids(known.marks, known.full, bbox=around(CRS84, 1e-4), crs=crs) for crs in SYSTEMS]
    assert answers == [answers[0]] * 4 and len(answers[0]) == 5


@pytest.mark.parametrize("crs", ["", "EPSG:4326", f"{EPSG}3857"])
def test_req_crs_bbox_crs_exception(known: Layers, crs: str) -> None:
    answer = known.get(f"{known.marks}/items", known.full, **{"bbox": around(CRS84, 1), "bbox-crs": crs})
    assert answer.status_code == 400


def test_a_box_that_its_system_cannot_hold_is_refused(known: Layers) -> None:
    far = {"bbox": "1e30,1e30,2e30,2e30", "bbox-crs": SYSTEMS[2]}
    assert known.get(f"{known.marks}/items", known.full, **far).status_code == 400
    turned = {"bbox": "300000,6700000,200000,6800000", "bbox-crs": SYSTEMS[2]}
    assert known.get(f"{known.marks}/items", known.full, **turned).status_code == 400


@pytest.mark.parametrize("crs", SYSTEMS[2:])
@pytest.mark.parametrize(
    "box",
    [
        "-10000000,-10000000,10000000,20000000",  # a map zoomed out, over both poles
        "-20000000,-20000000,20000000,20000000",
        "-1e300,-1e300,1e300,1e300",
        "-3000000,0,4000000,9500000",
        "-500000,6000000,1500000,9999000",
    ],
)
def test_a_box_further_out_than_its_system_reaches_holds_what_lies_in_it(known: Layers, crs: str, box: str) -> None:
    for address in (known.marks, known.published, known.zones):
        found = known.ids(address, known.full, **{"bbox": box, "bbox-crs": crs})
        assert found and found == known.ids(address, known.full)


@pytest.mark.parametrize("crs", SYSTEMS[2:])
def test_a_box_beyond_the_pole_holds_nothing_of_this_side(known: Layers, crs: str) -> None:
    beyond = {"bbox": "-9000000,10500000,9000000,30000000", "bbox-crs": crs}
    assert known.ids(known.marks, known.full, **beyond) == known.ids(known.zones, known.full, **beyond) == []


def test_places_that_a_system_does_not_reach_are_in_no_box_of_it() -> None:
    box = box_in("-10000000,-10000000,10000000,20000000", system(SYSTEMS[2]))
    far = [Point(9, 60), Point(99, 0), LineString([(99, 0), (9, 60)]), None]
    assert box.holds(far) == [True, False, False, False]


@pytest.mark.parametrize("crs", SYSTEMS)
def test_areas_are_the_same_in_every_system(known: Layers, crs: str) -> None:
    north_first = crs == SYSTEMS[1]
    zone: Any = known.get(f"{known.zones}/items/1", crs=crs).json
    west, south, east, north = shape(zone["geometry"]).bounds
    first, second = place(crs)
    assert (west < first < east) and (south < second < north)
    assert north_first == (west > east - 1 and west > 60 and crs in SYSTEMS[:2])
