"""A survey's pages given what no page of ours sends."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from participation.extensions import db
from participation.responses.models import Response
from tests.factories.surveys import document, make_survey, page
from tests.integration.responses.plain_form import PlainForm
from tests.unit.surveys.documents import category, question

PLACES = question("place", "spots", categories=[category("good")], max_marks=3)


@pytest.mark.parametrize("asked", ["address=2", "number=2", "_scheme=javascript&_external=1", "_anchor=x&_method=POST"])
def test_only_what_is_asked_of_the_address_goes_along(client: FlaskClient, asked: str) -> None:
    survey = make_survey()
    start = client.get(f"/a/{survey.id}?{asked}")
    assert start.status_code == 200
    assert f'href="/a/{survey.id}/page/1"' in start.text


@pytest.mark.parametrize("index", ["²", "-1", "9", "x", ""])
def test_a_place_that_is_not_there_cannot_be_taken_away(client: FlaskClient, index: str) -> None:
    form = PlainForm(client, f"/a/{make_survey(document(page('places', PLACES))).id}/page/1")
    form.press("add:spots", **{"category-spots": "good", "place-spots": "school-1"})
    client.post(form.form.get("action"), data={**form.fields(), "page-go": f"delete:{index}"})
    db.session.rollback()
    assert len(db.session.scalars(select(Response)).one().marks) == 1


@pytest.mark.parametrize("keys", [["zone-x", "zone-1"], ["school-1"], ["zone-99999999999999999999"], ["x"]])
def test_an_area_is_made_of_a_zone_that_is_there(client: FlaskClient, keys: list[str]) -> None:
    asked = question("area", "where", categories=[category("good")])
    form = PlainForm(client, f"/a/{make_survey(document(page('places', asked))).id}/page/1")
    sent = {**form.fields(), "page-go": "add:where", "category-where": "good", "place-where": keys}
    assert client.post(form.form.get("action"), data=sent).status_code == 422
