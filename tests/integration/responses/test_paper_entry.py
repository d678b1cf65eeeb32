"""Staff enter papers: the whole survey at once, each paper once, with a receipt that takes it back."""

from __future__ import annotations

import json
import re
from io import BytesIO
from typing import Any

import flask
import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from participation.activities import services
from participation.activities.models import Activity
from participation.database import writing
from participation.extensions import db
from participation.responses.models import Response
from participation.responses.queries import counted
from tests.factories.cast import make_cast
from tests.factories.invitations import invite
from tests.factories.surveys import document, make_survey, page
from tests.integration.responses.plain_form import PlainForm
from tests.integration.responses.test_photos import names, with_photos
from tests.unit.surveys.documents import choices, question
from tests.unit.surveys.test_photo import photo

PLACE = "/projects/loddefjord/activities/1/paper"


@pytest.fixture
def planner(app: flask.Flask) -> FlaskClient:
    return make_cast(app).planner


def responses() -> list[Response]:
    db.session.rollback()
    return list(db.session.scalars(select(Response).order_by(Response.id)))


def entered(planner: FlaskClient, **typed: Any) -> PlainForm:
    """A paper typed in and saved; the page that is shown then."""
    form = PlainForm(planner, PLACE)
    form.press("save", **typed)
    if form.response.status_code == 303:
        form._take(planner.get(form.response.location))
    return form


def receipt_in(form: PlainForm) -> str:
    found = re.search(r"kvitteringen på papir(?:et| \S+): ((?:\w{4} ?){3})", form.text)
    assert found, form.text[:400]
    return found[1]


def test_a_paper_is_entered_in_one_go_and_the_next_one_waits(planner: FlaskClient) -> None:
    make_survey()
    form = entered(planner, number="007", lives_here="yes", misses=["bench"], wish="En benk")
    assert form.form.find(".//input[@id='number']").get("value") == "008"
    assert form.form.findall(".//input[@checked]") == []
    [response] = responses()
    assert (response.channel, response.complete, response.paper_number) == ("paper", True, "007")
    assert json.loads(response.answers) == {"lives_here": "yes", "misses": ["bench"], "wish": "En benk"}


def test_its_receipt_takes_it_back(planner: FlaskClient) -> None:
    make_survey()
    code = receipt_in(entered(planner, lives_here="yes"))
    planner.post("/receipt", data={"code": code, "withdraw": "y"})
    assert responses() == []


def test_a_paper_is_not_entered_twice(planner: FlaskClient) -> None:
    make_survey()
    entered(planner, number="A 12", lives_here="yes")
    again = entered(planner, number=" A  12 ", lives_here="no")
    assert again.response.status_code == 422 and "Et papir med dette nummeret" in again.text
    assert len(responses()) == 1
    again.press("save", number="A 13")
    assert [one.paper_number for one in responses()] == ["A 12", "A 13"]


def test_what_a_paper_lacks_is_told_and_it_can_be_saved_all_the_same(planner: FlaskClient) -> None:
    survey = make_survey()
    form = entered(planner, wish="En benk")
    assert form.response.status_code == 422 and responses() == []
    form.press("unfinished")
    form._take(planner.get(form.response.location))
    [response] = responses()
    assert (response.complete, response.channel, counted(db.session(), survey)) == (False, "paper", 1)
    assert planner.post("/receipt", data={"code": receipt_in(form)}).status_code == 200


def test_what_an_answer_opens_is_entered_along_with_it(planner: FlaskClient) -> None:
    opened = question("short_text", "which", relevant={"=": [{"answer": "has"}, "yes"]})
    make_survey(document(page("one", question("single_choice", "has", choices=choices("yes", "no")), opened)))
    entered(planner, has="yes", which="Bussen")
    entered(planner, has="no", which="Bussen")
    assert [json.loads(one.answers) for one in responses()] == [{"has": "yes", "which": "Bussen"}, {"has": "no"}]


def test_places_are_added_by_name(planner: FlaskClient) -> None:
    make_survey()
    form = PlainForm(planner, PLACE)
    form.press("add:spots", lives_here="yes", **{"category-spots": "good", "place-spots": "school-1"})
    assert "Loddefjord skole" in form.text
    form.press("add:spots", **{"category-spots": "bad", "place-spots": "school-1"})
    form.press("delete:0").press("save")
    [response] = responses()
    assert response.complete and [mark.category for mark in response.marks] == ["bad"]


def test_papers_come_in_after_the_survey_has_closed_and_need_no_code(planner: FlaskClient) -> None:
    survey = make_survey()
    invite(survey, only=True)
    with writing(db) as session:
        services.close_activity(session.get_one(Activity, survey.id))
    receipt_in(entered(planner, lives_here="yes"))
    assert [one.channel for one in responses()] == ["paper"]


def test_who_may_enter(app: flask.Flask) -> None:
    cast = make_cast(app)
    make_survey()
    assert cast.analyst.get(PLACE).status_code == 403
    assert cast.stranger.post(PLACE).status_code == 302


def test_a_photo_that_lay_with_the_paper_is_taken_in_with_it(planner: FlaskClient) -> None:
    with_photos()
    form = entered(planner, seen_file=[(BytesIO(b"%PDF-1.7"), "brev.pdf")], wish="Lys")
    assert form.response.status_code == 422 and "JPEG" in form.text
    assert names() == [] and not any(one.complete for one in responses())
    form.press("save", seen_file=[(BytesIO(photo()), "a.jpg"), (BytesIO(photo()), "b.jpg")])
    [response] = responses()
    assert (response.channel, response.complete) == ("paper", True)
    assert json.loads(response.answers) == {"seen": names(), "wish": "Lys"} and len(names()) == 2
