"""The maps inside the installation: they need nobody else."""

from __future__ import annotations

import gzip
from collections.abc import Callable

import flask
import pytest

from participation.basemaps.sources import map_sources

AppWith = Callable[..., flask.Flask]
HASLE = "/tiles/oslo-ost/15/17366/9529"


def test_a_vector_tile_is_passed_on_as_it_lies(app_with: AppWith) -> None:
    client = app_with().test_client()
    packed = client.get(HASLE, headers={"Accept-Encoding": "gzip"})
    plain = client.get(HASLE)
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert gzip.decompress(packed.data) == plain.data
    assert b"Haslevangen" in plain.data
    assert packed.content_type == plain.content_type == "application/vnd.mapbox-vector-tile"
    assert packed.headers["ETag"] != plain.headers["ETag"]
    assert client.get(HASLE, headers={"If-None-Match": plain.headers["ETag"]}).status_code == 304


def test_an_address_with_the_version_may_be_kept_for_ever(app_with: AppWith) -> None:
    app = app_with()
    with app.test_request_context():
        url = map_sources((10.75, 59.90, 10.79, 59.92))[0]["url"]
    query = url.partition("?")[2]
    assert "immutable" in app.test_client().get(f"{HASLE}?{query}").headers["Cache-Control"]
    assert "immutable" not in app.test_client().get(f"{HASLE}?v=old").headers["Cache-Control"]


def test_a_tile_outside_the_map_is_empty(app_with: AppWith) -> None:
    assert app_with().test_client().get("/tiles/oslo-ost/15/1/1").status_code == 204


@pytest.mark.parametrize(
    ("area", "expected"),
    [
        ((10.75, 59.90, 10.79, 59.92), ["oslo-ost", "kartverket", "kartverket-graatone", "there"]),
        ((5.15, 60.34, 5.25, 60.38), ["kartverket", "kartverket-graatone", "there", "bergen"]),
        ((-70.0, -54.0, -69.0, -53.0), ["there"]),
    ],
)
def test_each_area_gets_its_maps_the_best_first(app_with: AppWith, area: tuple, expected: list[str]) -> None:
    with app_with().test_request_context():
        assert [source["id"] for source in map_sources(area)] == expected


def test_the_bundled_map_comes_first_when_no_other_server_may_be_asked(app_with: AppWith) -> None:
    with app_with(KARTVERKET="0", TILE_SOURCES="").test_request_context():
        assert [source["id"] for source in map_sources((5.15, 60.34, 5.25, 60.38))] == ["bergen"]


def test_the_page_never_learns_the_other_servers_address(app_with: AppWith) -> None:
    with app_with().test_request_context():
        assert "127.0.0.1" not in str(map_sources(None))
