"""The map of a page of features: what it is given to show."""

from __future__ import annotations

import json
import re
from typing import Any

from participation.api.page_map import page_map
from participation.database import writing
from participation.extensions import db
from tests.factories.mapped_class import make_mark, make_response
from tests.integration.api.conftest import HERE, Layers


def shown(layers: Layers, address: str, headers: dict[str, str] | None = None) -> dict[str, Any] | None:
    page = layers.get(address, {**(headers or {}), "Accept": "text/html"})
    assert page.status_code == 200
    found = re.search(r'<script type="application/json" id="page-data">(.*?)</script>', page.text)
    return json.loads(found[1]) if found else None


def test_hexagons_with_how_many_people_of_one_category_at_a_time(layers: Layers) -> None:
    with writing(db) as session:
        make_response(session, layers.activity, marks=[make_mark(HERE, category="good")])
    data = shown(layers, f"{layers.published}/items")
    assert data is not None
    assert data["counts_people"]
    assert data["groups"] == ["Skoleveien min", "Bra"]  # by how many in all
    assert {row["tone"] for row in data["rows"] if row["group"] == 1} == {"positive"}
    assert all(row["people"] >= 5 for row in data["rows"])
    assert [row["geometry"]["type"] for row in data["rows"]] == ["Polygon"] * len(data["rows"])
    west, south, east, north = data["bounds"]
    assert 5.2 < west < east < 5.3
    assert 60.3 < south < north < 60.4
    assert data["sources"]


def test_places_as_they_are_where_nobody_is_counted(layers: Layers) -> None:
    marks, zones = shown(layers, f"{layers.marks}/items", layers.full), shown(layers, f"{layers.zones}/items")
    assert marks is not None
    assert zones is not None
    assert {row["geometry"]["type"] for row in marks["rows"]} == {"Point", "LineString"}
    assert not marks["counts_people"]
    assert not zones["counts_people"]
    assert zones["groups"] == [""]


def test_one_feature_has_its_map(layers: Layers) -> None:
    (first, *_rest) = layers.ids(f"{layers.published}")
    data = shown(layers, f"{layers.published}/items/{first}")
    assert data is not None
    assert len(data["rows"]) == 1


def test_no_map_of_nothing_but_what_the_layer_holds(layers: Layers) -> None:
    page = layers.get(f"{layers.published}/items?category=nothing", {"Accept": "text/html"})
    assert "page-data" not in page.text
    assert "Sekskanter som så mange forskjellige har merket" in page.text
    assert page_map([], []) is None
