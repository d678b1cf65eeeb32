"""What fields begin with, for whoever answers without JavaScript: an answer once the page is gone on from."""

from __future__ import annotations

import json
from typing import Any

from flask.testing import FlaskClient
from sqlalchemy import select

from participation.extensions import db
from participation.responses.models import Response
from tests.factories.surveys import document, make_survey, page
from tests.integration.responses.plain_form import PlainForm
from tests.unit.surveys.documents import choices, question

SURVEY = document(
    page(
        "one",
        question("single_choice", "way", choices=choices("walk", "bus"), default="walk"),
        question("short_text", "why", default="Kort vei", relevant={"=": [{"answer": "way"}, "walk"]}),
    ),
    page(
        "two", question("short_text", "again", default={"answer": "why"}), question("whole_number", "years", default=2)
    ),
    page("three", question("short_text", "more", default="Nei")),
)


def stored() -> dict[str, Any]:
    db.session.rollback()
    answers: dict[str, Any] = json.loads(db.session.scalars(select(Response.answers)).one())
    return answers


def value(form: PlainForm, name: str) -> str | None:
    return form.fields().get(name)


def test_a_field_begins_with_something_and_that_is_an_answer_once_its_page_is_gone_on_from(client: FlaskClient) -> None:
    form = PlainForm(client, f"/a/{make_survey(SURVEY).id}/page/1")
    assert value(form, "way") == "walk"
    form.press("next")
    assert (stored(), value(form, "why")) == ({"way": "walk"}, "Kort vei")
    form.press("next")
    assert (stored(), value(form, "again"), value(form, "years")) == (
        {"way": "walk", "why": "Kort vei"},
        "Kort vei",
        "2",
    )

    form.press("back", years="3")
    assert stored() == {"way": "walk", "why": "Kort vei", "years": 3}
    form.press("next", why="Bakken")
    assert value(form, "again") == "Bakken"
    form.press("next", again="")
    assert stored() == {"way": "walk", "why": "Bakken", "years": 3}
    form.press("back")
    assert value(form, "again") == ""
    form.press("next").press("send", more="")
    assert stored() == {"way": "walk", "why": "Bakken", "years": 3}


def test_a_language_chosen_or_a_code_asked_for_makes_it_no_answer(client: FlaskClient) -> None:
    form = PlainForm(client, f"/a/{make_survey(SURVEY).id}/page/1").press("code")
    assert (stored(), value(form, "way")) == ({}, "walk")
