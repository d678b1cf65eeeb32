"""Map questions answered without JavaScript: places, roads and areas by their names."""

from __future__ import annotations

import json

from flask.testing import FlaskClient
from sqlalchemy import select

from participation.extensions import db
from participation.responses.models import Response
from tests.factories.surveys import document, make_survey, page
from tests.integration.responses.plain_form import PlainForm
from tests.unit.surveys.documents import category, choices, question


def stored() -> Response:
    db.session.rollback()
    return db.session.scalars(select(Response)).one()


def test_a_place_has_questions_of_its_own_and_can_be_taken_away(client: FlaskClient) -> None:
    bad = category("bad", followups=[question("short_text", "why", required=True)])
    content = document(page("places", question("place", "spots", categories=[category("good"), bad], max_marks=2)))
    form = PlainForm(client, f"/a/{make_survey(content).id}/page/1")
    form.press("add:spots", **{"place-spots": "school-1"})
    assert form.response.status_code == 422
    form.press("add:spots", **{"category-spots": "bad", "place-spots": ""})
    assert form.response.status_code == 422
    form.press("add:spots", **{"category-spots": "bad", "place-spots": "school-1"})
    form.press("add:spots", **{"category-spots": "good", "place-spots": "school-1"})
    assert form.page.find(".//button[@value='add:spots']") is None
    form.press("send")
    assert form.response.status_code == 422
    form.press("delete:1", **{"mark-0-why": "Mørkt"}).press("send")
    assert [mark.answers for mark in stored().marks] == ['{"why":"Mørkt"}']
    assert stored().complete


def test_what_is_told_about_a_place_opens_more_about_it(client: FlaskClient) -> None:
    cars = {"=": [{"answer": "why"}, "cars"]}
    about = [
        question("single_choice", "why", choices=choices("dark", "cars")),
        question("short_text", "more", relevant=cars),
    ]
    content = document(
        page("places", question("place", "spots", categories=[category("bad", followups=about)])),
        page("last", question("short_text", "end")),
    )
    form = PlainForm(client, f"/a/{make_survey(content).id}/page/1")
    form.press("add:spots", **{"category-spots": "bad", "place-spots": "school-1"})
    form.press("next", **{"mark-0-why": "cars"})
    assert form.heading == "Places" and "Svarene dine åpnet flere spørsmål" in form.text
    assert form.press("next", **{"mark-0-more": "Mange"}).heading == "Last"
    assert [mark.answers for mark in stored().marks] == ['{"why":"cars","more":"Mange"}']


def test_fields_of_two_places_are_not_mixed(client: FlaskClient) -> None:
    bad = category("bad", followups=[question("short_text", "why")])
    content = document(
        page("places", question("short_text", "why") | {"uid": "own"}, question("place", "spots", categories=[bad]))
    )
    form = PlainForm(client, f"/a/{make_survey(content).id}/page/1")
    for _time in range(2):
        form.press("add:spots", **{"category-spots": "bad", "place-spots": "school-1"})
    form.press("send", **{"why": "Selv", "mark-0-why": "Mørkt", "mark-1-why": "Biler"})
    assert [mark.answers for mark in stored().marks] == ['{"why":"Mørkt"}', '{"why":"Biler"}']
    assert json.loads(stored().answers) == {"why": "Selv"}


def test_an_area_that_no_zone_gives_says_how_it_can_be_shown(client: FlaskClient) -> None:
    content = document(page("green", question("area", "park", required=True)))
    form = PlainForm(client, f"/a/{make_survey(content).id}/page/1")
    assert "dette kan bare vises i et kart, i en nettleser som kjører JavaScript" in form.text
    form.press("add:park")
    assert form.response.status_code == 422
    form.press("send")
    assert form.response.status_code == 422 and not stored().complete
    form.press("code")
    assert form.page.find(".//p[@class='code-given__code']") is not None
