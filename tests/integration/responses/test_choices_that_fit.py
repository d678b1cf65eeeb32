"""Choices that fit earlier answers, for whoever answers without JavaScript, and what the server takes."""

from __future__ import annotations

import json
import uuid
from typing import Any

from flask.testing import FlaskClient
from sqlalchemy import select

from participation.extensions import db
from participation.responses.models import Response
from tests.factories.surveys import document, make_survey, page
from tests.integration.responses.plain_form import PlainForm
from tests.unit.surveys.documents import category, choices, question

TOWNS = [
    {**choices(code)[0], "columns": {"county": county}}
    for code, county in (("bergen", "vestland"), ("voss", "vestland"), ("oslo", "oslo"))
]
FITS = {"=": [{"column": "county"}, {"answer": "county"}]}
COUNTY = question("single_choice", "county", choices=choices("vestland", "oslo", "other"))
TOWN = question("single_choice", "town", choices=TOWNS, choice_filter=FITS, required=True)
SEEN = question("multiple_choice", "seen", choices=TOWNS, choice_filter=FITS)
ABOUT = [question("ranking", "best", uid="f1", choices=TOWNS, choice_filter=FITS)]
TWO_PAGES = document(page("one", COUNTY), page("two", TOWN, SEEN))
ONE_PAGE = document(
    page("one", COUNTY, {**TOWN, "appearance": "dropdown"}), page("two", question("short_text", "more"))
)


def offered(form: PlainForm, name: str) -> list[str]:
    fields = form.page.findall(f".//input[@name='{name}']") + form.page.findall(f".//select[@name='{name}']/option")
    return [value for field in fields if (value := field.get("value"))]


def stored() -> dict[str, Any]:
    db.session.rollback()
    answers: dict[str, Any] = json.loads(db.session.scalars(select(Response.answers)).one())
    return answers


def test_only_what_fits_is_offered_and_what_does_not_fit_any_more_is_taken_away(client: FlaskClient) -> None:
    form = PlainForm(client, f"/a/{make_survey(TWO_PAGES).id}/page/1").press("next", county="vestland")
    assert (offered(form, "town"), offered(form, "seen")) == (["bergen", "voss"], ["bergen", "voss"])
    form.press("back", town="bergen", seen=["bergen", "voss"])
    assert stored() == {"county": "vestland", "town": "bergen", "seen": ["bergen", "voss"]}

    form.press("next", county="oslo")
    assert offered(form, "town") == ["oslo"]
    assert stored() == {"county": "oslo"}
    form.press("send", town="oslo")
    assert stored() == {"county": "oslo", "town": "oslo"}


def test_a_question_of_which_nothing_fits_is_not_asked(client: FlaskClient) -> None:
    form = PlainForm(client, f"/a/{make_survey(ONE_PAGE).id}/page/1")
    assert offered(form, "town") == []
    form.press("next", county="oslo")
    assert offered(form, "town") == ["oslo"]
    form.press("next", county="other")
    assert form.page.find(".//input[@name='more']") is not None


def test_on_one_page_the_choice_that_stopped_fitting_is_told(client: FlaskClient) -> None:
    form = PlainForm(client, f"/a/{make_survey(ONE_PAGE).id}/page/1").press("next", county="vestland")
    form.press("next", county="oslo", town="voss")
    assert form.response.status_code == 422
    assert "“Voss” passer ikke" in form.text
    assert offered(form, "town") == ["oslo"]
    form.press("next", town="oslo")
    assert stored() == {"county": "oslo", "town": "oslo"}


def test_a_draft_loses_what_does_not_fit_and_a_complete_answer_is_refused_for_it(client: FlaskClient) -> None:
    survey, identity = make_survey(TWO_PAGES), uuid.uuid4()
    body: dict[str, Any] = {
        "activity": str(survey.id), "revision": 1, "complete": False, "questionnaire_version": 1, "language": "nb",
        "answers": {"county": "oslo", "town": "voss", "seen": ["oslo", "bergen"]}, "marks": [],
    }  # fmt: skip
    assert client.put(f"/api/responses/{identity}", json=body).status_code == 201
    assert stored() == {"county": "oslo", "seen": ["oslo"]}

    answer = client.put(f"/api/responses/{identity}", json={**body, "revision": 2, "complete": True})
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json["errors"]] == ["answers.town", "answers.seen"]
    assert "Voss" in answer.json["errors"][0]["message"]


def test_what_is_asked_about_a_place_fits_the_answers_before_it(client: FlaskClient) -> None:
    places = question("place", "spots", categories=[category("good", followups=ABOUT)])
    form = PlainForm(client, f"/a/{make_survey(document(page('one', COUNTY), page('two', places))).id}/page/1")
    form.press("next", county="vestland")
    form.press("add:spots", **{"category-spots": "good", "place-spots": "school-1"})
    assert sorted(set(offered(form, "mark-0-best"))) == ["bergen", "voss"]
