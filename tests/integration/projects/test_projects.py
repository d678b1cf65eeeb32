"""Making a project and filling in what it needs."""

from __future__ import annotations

import io

import flask
import pytest

from participation.extensions import db
from participation.projects.models import Project
from tests.factories.cast import Cast, make_cast
from tests.factories.classes import AREA, make_project


@pytest.fixture
def cast(app: flask.Flask) -> Cast:
    return make_cast(app)


def project(slug: str) -> Project:
    db.session.rollback()
    return db.session.query(Project).filter_by(slug=slug).one()


def test_a_planner_makes_a_project_whose_address_comes_from_its_name(cast: Cast) -> None:
    area = (io.BytesIO(AREA.encode()), "area.geojson")
    answer = cast.planner.post("/projects/new", data={"name": "Ørjan & Åses Bydel", "slug": "", "area": area})
    assert answer.location == "/projects/orjan-ases-bydel/settings"
    assert project("orjan-ases-bydel").area is not None
    again = cast.planner.post("/projects/new", data={"name": "Ørjan & Åses Bydel"})
    assert again.location == "/projects/orjan-ases-bydel-2/settings"


def test_an_address_that_is_taken_or_cannot_be_one_is_refused(cast: Cast) -> None:
    make_project("loddefjord")
    for slug in ("loddefjord", "new", "Å", "a/b", "-"):
        answer = cast.planner.post("/projects/new", data={"name": "Et prosjekt", "slug": slug})
        assert answer.status_code == 422, slug
    assert db.session.query(Project).count() == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("area.geojson", b"not json"),
        ("area.geojson", b'{"type": "FeatureCollection", "features": []}'),
        ("area.gpkg", b"<OGRVRTDataSource><OGRVRTLayer/></OGRVRTDataSource>"),
        ("area.vrt", b"<OGRVRTDataSource/>"),
        ("area.zip", b"PK not really"),
    ],
)
def test_a_file_that_is_no_area_makes_no_project(cast: Cast, name: str, content: bytes) -> None:
    answer = cast.planner.post("/projects/new", data={"name": "Et prosjekt", "area": (io.BytesIO(content), name)})
    assert answer.status_code == 422
    assert db.session.query(Project).count() == 0


def test_every_problem_of_a_new_project_is_told_at_once(cast: Cast) -> None:
    fields = {"name": "", "slug": "Å!", "area": (io.BytesIO(b"not json"), "area.geojson")}
    page = cast.planner.post("/projects/new", data=fields).text
    assert all(f'<a class="ds-link" href="#{name}">' in page for name in ("name", "slug", "area"))


def test_only_those_who_may_edit_reach_the_forms(cast: Cast) -> None:
    make_project("loddefjord")
    for path in ("/projects/new", "/projects/loddefjord/settings"):
        assert cast.planner.get(path).status_code == 200
        assert cast.analyst.get(path).status_code == 403
        assert cast.stranger.get(path).status_code == 302
    assert cast.analyst.get("/projects/loddefjord").status_code == 200
    assert cast.analyst.get("/projects/loddefjord/zones").status_code == 200
    assert cast.planner.get("/projects/nowhere/settings").status_code == 404


def test_the_settings_say_which_privacy_fields_are_missing_until_none_is(cast: Cast) -> None:
    make_project("loddefjord")
    page = cast.planner.get("/projects/loddefjord/settings").text
    assert 'href="#dpia_done_on"' in page
    fields = {
        "name": "Loddefjord", "description": "<b>x</b>", "crs": "25832", "dwellings_per_km2": "900",
        "controller": "Bergen kommune", "contact": "Kari", "privacy_officer": "Per", "legal_basis": "Loven",
        "opt_out_by": "2027-01-10", "delete_by": "2027-12-31", "dpia_done_on": "2026-10-01",
        "helpline_name": "Alarmtelefonen", "helpline_number": "116 111", "worry_routine": "Ring rektor.",
    }  # fmt: skip
    assert cast.planner.post("/projects/loddefjord/settings", data=fields).status_code == 302
    assert project("loddefjord").missing_privacy_fields == []
    page = cast.planner.get("/projects/loddefjord/settings").text
    assert 'href="#dpia_done_on"' not in page
    assert "&lt;b&gt;x" in page


def test_settings_that_cannot_be_are_refused_all_at_once(cast: Cast) -> None:
    make_project("loddefjord")
    fields = {
        "name": "",
        "crs": "4326",
        "dwellings_per_km2": "-1",
        "delete_by": "yesterday",
        "helpline_name": "",
        "helpline_number": "",
    }
    answer = cast.planner.post("/projects/loddefjord/settings", data=fields)
    assert answer.status_code == 422
    for field in ("name", "crs", "dwellings_per_km2", "delete_by", "helpline_name", "helpline_number"):
        assert f'<a class="ds-link" href="#{field}">' in answer.text


def test_the_area_is_replaced_and_removed(cast: Cast) -> None:
    make_project("loddefjord")
    square = b'{"type":"Polygon","coordinates":[[[5,60],[5.1,60],[5.1,60.1],[5,60.1],[5,60]]]}'
    cast.planner.post("/projects/loddefjord/area", data={"area": (io.BytesIO(square), "a.geojson")})
    assert "5.1" in (project("loddefjord").area or "")
    wrong = cast.planner.post("/projects/loddefjord/area", data={"area": (io.BytesIO(b"{}"), "a.geojson")})
    assert wrong.status_code == 422
    cast.planner.post("/projects/loddefjord/area/remove")
    assert project("loddefjord").area is None
