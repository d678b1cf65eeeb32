"""Registrations come in from a file on screen: looked at, said what each field is, and nothing lost without a word."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import flask
import numpy as np
import pyogrio
import pytest
import shapely
from flask.testing import FlaskClient

from participation.audit.models import AuditEntry
from participation.extensions import db
from participation.responses.models import Mark, Response
from tests.factories.cast import Cast, make_cast
from tests.factories.classes import make_activity
from tests.factories.file_forms import filled_in, uploaded

SWING = {"type": "Point", "coordinates": [5.23, 60.36]}
FAR = {"type": "Point", "coordinates": [10.7, 59.9]}
ROAD = {"type": "LineString", "coordinates": [[5.22, 60.35], [5.225, 60.355], [5.2318, 60.36364]]}


@pytest.fixture
def cast(app: flask.Flask) -> Cast:
    return make_cast(app)


@pytest.fixture
def base(app: flask.Flask) -> str:
    return f"/projects/loddefjord/activities/{make_activity().id}/registrations"


def collection(*features: tuple[Any, dict[str, Any]]) -> bytes:
    rows = [{"type": "Feature", "geometry": shape, "properties": said} for shape, said in features]
    return json.dumps({"type": "FeatureCollection", "features": rows}).encode()


def looked_at(browser: FlaskClient, base: str, content: bytes, name: str = "barn.geojson") -> tuple[str, str]:
    """The address of the file's fields, and that page."""
    kept = uploaded(browser, base, name, content)
    assert kept.status_code == 302, kept.text
    return kept.location, browser.get(kept.location).text


def stored() -> list[Mark]:
    db.session.rollback()
    return db.session.query(Mark).order_by(Mark.id).all()


def test_an_earlier_delivery_comes_in_with_what_is_guessed(cast: Cast, base: str) -> None:
    rows = [
        (SWING, {"Kategori": "Bra", "Kommentar": "fin huske på Ærøy 🛝", "Antall": 12, "lokalId": "a"}),
        (SWING, {"Kategori": "Støy", "Kommentar": None, "Antall": None, "lokalId": "b"}),
    ]
    address, page = looked_at(cast.planner, base, collection(*rows))
    assert "Kartet trenger JavaScript." in page
    assert cast.planner.post(address, data=filled_in(page)).status_code == 302
    first, second = stored()
    assert (first.question, first.category, json.loads(first.answers)) == (
        "places",
        "good",
        {"comment": "fin huske på Ærøy 🛝"},
    )
    assert (second.question, second.category) == ("imported_place", "stoy")
    assert [(one.channel, one.people) for one in db.session.query(Response).order_by(Response.id)] == [
        ("import", 12),
        ("import", 1),
    ]
    page = cast.planner.get(base).text
    assert "2 registreringer er tatt inn." in page and "2 svar er her fra filer." in page
    logged = db.session.query(AuditEntry).one()
    assert (logged.act, logged.count, logged.activity_id) == ("marks:import", 2, 1)


def test_rows_of_one_respondent_are_one_answer_and_more_of_them_join_it(cast: Cast, base: str) -> None:
    rows = [(SWING, {"barn": 1, "nr": 1}), (SWING, {"barn": 1, "nr": 2}), (SWING, {"barn": 2, "nr": 3})]
    said = {"category": "good", "respondent_field": "barn", "id_field": "nr"}
    address, _page = looked_at(cast.planner, base, collection(*rows))
    assert cast.planner.post(address, data=said).status_code == 302
    assert [len(one.marks) for one in db.session.query(Response).order_by(Response.id)] == [2, 1]
    address, _page = looked_at(cast.planner, base, collection(*rows, (SWING, {"barn": 2, "nr": 4})))
    assert cast.planner.post(address, data=said).text.count("er her fra før") == 1
    assert cast.planner.post(address, data={**said, "accepted": "1"}).status_code == 302
    db.session.rollback()
    assert [len(one.marks) for one in db.session.query(Response).order_by(Response.id)] == [2, 2]


def test_problems_are_told_row_by_row_and_whole_rows_taken_when_the_planner_says_so(cast: Cast, base: str) -> None:
    rows = [(SWING, {"n": 1}), (FAR, {"n": 1}), (SWING, {"n": "mange"}), (None, {"n": 1})]
    address, _page = looked_at(cast.planner, base, collection(*rows))
    said = {"category": "good", "count_field": "n"}
    answer = cast.planner.post(address, data=said)
    assert answer.status_code == 422
    for row in (2, 3, 4):
        assert f"Rad {row}" in answer.text
    assert stored() == []
    assert cast.planner.post(address, data={**said, "accepted": "1"}).status_code == 302
    assert len(stored()) == 1


def test_an_answer_that_does_not_fit_is_told_of_before_it_is_left_out(cast: Cast, base: str) -> None:
    rows = [(ROAD, {"mode": "fly"}), (ROAD, {"mode": "walk"})]
    address, page = looked_at(cast.planner, base, collection(*rows))
    assert "blir med som svar: mode" in page
    said = {"category": "school_road", "cut": "y"}
    answer = cast.planner.post(address, data=said)
    assert answer.status_code == 422
    assert "Svaret på «mode» blir ikke med." in answer.text
    assert cast.planner.post(address, data={**said, "accepted": "2"}).status_code == 302
    assert [json.loads(mark.answers) for mark in stored()] == [{}, {"mode": "walk"}]


def test_where_each_category_has_a_layer_of_its_own_the_layers_name_is_it(
    cast: Cast, base: str, tmp_path: Path
) -> None:
    file = tmp_path / "levert.gpkg"
    for number, layer in enumerate(("Aktivitet", "Farlig sted")):
        shape = np.array([shapely.to_wkb(shapely.Point(5.23, 60.36 + number / 1000))])
        names = [np.array([f"{number}"], dtype=object)]
        written = {"geometry_type": "Point", "crs": "EPSG:4326", "append": number > 0}
        pyogrio.raw.write(file, shape, names, ["lokalId"], layer=layer, driver="GPKG", **written)
    address, page = looked_at(cast.planner, base, file.read_bytes(), file.name)
    sent = filled_in(page)
    assert sent["category_field"] == ":layer"
    assert cast.planner.post(address, data=sent).status_code == 302
    assert [mark.category for mark in stored()] == ["aktivitet", "farlig_sted"]
    address, _page = looked_at(cast.planner, base, file.read_bytes(), file.name)
    del sent["all_layers"]
    answer = cast.planner.post(address, data={**sent, "layer": "Farlig sted", "id_field": ""})
    assert answer.status_code == 302
    assert [mark.category for mark in stored()] == ["aktivitet", "farlig_sted", "farlig_sted"]


def test_a_field_that_one_layer_has_and_another_has_not_is_blank_in_that(cast: Cast, base: str, tmp_path: Path) -> None:
    file = tmp_path / "levert.gpkg"
    for number, layer in enumerate(("Med", "Uten")):
        shape = np.array([shapely.to_wkb(shapely.Point(5.23, 60.36 + number / 1000))])
        names = [np.array(["Bra"], dtype=object), np.array(["4"], dtype=object), np.array(["anna"], dtype=object)]
        fields = ["kategori", "antall", "barn"] if layer == "Med" else ["a", "b", "c"]
        written = {"geometry_type": "Point", "crs": "EPSG:4326", "append": number > 0}
        pyogrio.raw.write(file, shape, names, fields, layer=layer, driver="GPKG", **written)
    address, page = looked_at(cast.planner, base, file.read_bytes(), file.name)
    sent = filled_in(page)
    assert (sent["category_field"], sent["count_field"]) == ("kategori", "antall")
    answer = cast.planner.post(address, data={**sent, "respondent_field": "barn"})
    assert answer.status_code == 302, answer.text
    first, second = stored()
    assert (first.category, second.category) == ("good", "uten_kategori")
    assert [one.people for one in db.session.query(Response).order_by(Response.id)] == [4, 1]


def test_a_road_is_cut_at_home_unless_that_is_done(cast: Cast, base: str) -> None:
    address, page = looked_at(cast.planner, base, collection((ROAD, {"id": 1})))
    assert "cut" not in filled_in(page)
    cast.planner.post(address, data={"category": "school_road"})
    address, _page = looked_at(cast.planner, base, collection((ROAD, {"id": 2})))
    cast.planner.post(address, data={"category": "school_road", "cut": "y"})
    cut, whole = (json.loads(mark.geometry)["coordinates"] for mark in stored())
    assert cut[0] != ROAD["coordinates"][0] and whole == ROAD["coordinates"]


def test_a_comment_is_kept_though_the_category_asks_for_none(cast: Cast, base: str) -> None:
    without = db.session.query(Response).count()
    rows = [(SWING, {"hva": "Bra", "sagt": "fint"}), (SWING, {"hva": "Bra", "sagt": None})]
    address, _page = looked_at(cast.planner, base, collection(*rows))
    assert cast.planner.post(address, data={"category_field": "hva", "comment_field": "sagt"}).status_code == 302
    assert db.session.query(Response).count() == without + 2
    assert [json.loads(mark.answers) for mark in stored()] == [{"comment": "fint"}, {}]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({}, "Velg feltet med kategorien, eller skriv én for alle."),
        ({"category_field": "finnes ikke"}, "category_field"),
        ({"category_field": "navn"}, "flere enn 50"),
        ({"category": "x" * 201}, "200"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_taken_in(cast: Cast, base: str, said: dict[str, str], told: str) -> None:
    rows = [(SWING, {"navn": f"Sted {number}"}) for number in range(60)]
    address, _page = looked_at(cast.planner, base, collection(*rows))
    answer = cast.planner.post(address, data=said)
    assert answer.status_code == 422
    assert told in answer.text
    assert stored() == []


def test_a_file_whose_ids_are_those_of_another_file_comes_in_where_no_field_names_its_rows(
    cast: Cast, base: str
) -> None:
    """As of two sheets of paper drawn off in QGIS, each numbered from one."""
    beside = {"type": "Point", "coordinates": [5.235, 60.36]}
    for shape in (SWING, beside):
        address, page = looked_at(cast.planner, base, collection((shape, {"id": 1, "kategori": "Bra"})))
        sent = filled_in(page)
        assert sent["id_field"] == "id"
        answer = cast.planner.post(address, data=sent)
    assert answer.status_code == 422
    assert "velg Ingen som felt med navn eller nummer på raden" in answer.text
    assert cast.planner.post(address, data={**sent, "id_field": ""}).status_code == 302
    assert len(stored()) == 2


def test_a_file_that_has_been_taken_in_says_so_when_it_is_sent_again(cast: Cast, base: str) -> None:
    address, page = looked_at(cast.planner, base, collection((SWING, {"kategori": "Bra"})))
    sent = filled_in(page)
    assert cast.planner.post(address, data=sent).status_code == 302
    for answer in (cast.planner.post(address, data=sent), cast.planner.get(address)):
        assert answer.status_code == 404
        assert "Den er tatt inn allerede" in answer.text
    assert len(stored()) == 1


def test_who_may_not_change_the_activity_takes_nothing_in(cast: Cast, base: str) -> None:
    assert cast.analyst.get(base).status_code == 403
    assert uploaded(cast.analyst, base, "a.geojson", collection((SWING, {}))).status_code == 403
    assert uploaded(cast.planner, base, "a.xlsx", b"PK").status_code == 422
