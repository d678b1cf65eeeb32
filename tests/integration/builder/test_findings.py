"""What is worth a look is told where it is while a questionnaire is built, and what must not be asked is not published."""

from __future__ import annotations

from typing import Any

import flask
import pytest

from participation.activities import queries
from participation.activities.models import Activity
from participation.extensions import db
from tests.factories.cast import Cast, make_cast
from tests.factories.classes import new_uuid
from tests.factories.surveys import document, make_survey, survey_body
from tests.integration.builder.test_building import HERE, TAB, save

ASKED = {"uid": "q1", "variable": "q1", "type": "short_text"}


@pytest.fixture
def cast(app: flask.Flask) -> Cast:
    return make_cast(app)


@pytest.fixture
def survey(cast: Cast) -> Activity:
    return make_survey()


def asking(words: str, *languages: str) -> dict[str, Any]:
    made = document()
    made["languages"] = ["nb", *languages]
    made["pages"][0]["questions"].append({**ASKED, "label": {"nb": words}})
    return made


def findings(cast: Cast, content: dict[str, Any], edition: str = "one", builds_on: str = "") -> list[dict[str, Any]]:
    answer = save(cast.planner, content, edition, builds_on)
    assert answer.status_code == 200
    return list(answer.get_json()["findings"])


def test_each_stands_at_its_field_in_words(cast: Cast, survey: Activity) -> None:
    [found] = [one for one in findings(cast, asking("Hva er adressen din?")) if one["question"] == "q1"]
    assert (found["page"], found["member"], found["stops"]) == (document()["pages"][0]["name"], "label", False)
    assert found["heading"] == "Spør om hvem som svarer" and "adresse" in found["message"]


def test_a_text_that_lacks_two_languages_is_told_of_once(cast: Cast, survey: Activity) -> None:
    told = findings(cast, asking("Hva savner du?", "nn", "pl"))
    [found] = [one for one in told if one["question"] == "q1"]
    assert "Nynorsk, Polski" in found["message"] and found["language"] == "nn"


def test_what_is_not_whole_keeps_nothing_else_from_being_told(cast: Cast, survey: Activity) -> None:
    made = asking("Hva er adressen din?")
    made["pages"][0]["questions"].append({**ASKED, "uid": "q2", "variable": "q2", "label": {}})
    answer = save(cast.planner, made, "one").get_json()
    assert [one["place"] for one in answer["problems"]] == ["pages[0].questions[2].label"]
    assert "q1" in [one["question"] for one in answer["findings"]]


@pytest.mark.parametrize("act", ["publish", "copy"])
def test_what_must_not_be_asked_is_not_published(cast: Cast, survey: Activity, act: str) -> None:
    found = findings(cast, asking("Fødselsnummer"))[0]
    assert found["stops"]
    sent = {"based_on": "1", "seen": "one", "title": "Runde to"}
    answer = cast.planner.post(f"{TAB}/{act}", data=sent, follow_redirects=True).text
    assert "Dette må rettes før det kan publiseres" in answer
    assert queries.newest_number(db.session(), db.session.get_one(Activity, 1)) == 1
    assert db.session.query(Activity).count() == 1


def test_of_very_many_the_first_are_told_and_that_there_are_more(cast: Cast, survey: Activity) -> None:
    made = asking("Hva?", "nn")
    choices = [{"code": str(number), "label": {"nb": f"Valg {number}"}} for number in range(301)]
    made["pages"][0]["questions"][-1] = {**ASKED, "type": "single_choice", "label": {"nb": "Hva?"}, "choices": choices}
    answer = save(cast.planner, made, "one").get_json()
    assert (len(answer["findings"]), answer["more"]) == (300, True)


def test_a_question_of_another_type_under_a_name_of_its_own_takes_no_answer_away(cast: Cast, survey: Activity) -> None:
    """As the builder makes it of a published one (static/js/builder/retyping.js)."""
    body = survey_body(survey, answers={"lives_here": "yes"}, complete=True)
    assert cast.stranger.put(f"/api/responses/{new_uuid()}", json=body).status_code == 201
    made = document()
    asked = made["pages"][0]["questions"][0]
    made["pages"][0]["questions"][0] = {**asked, "uid": "q1", "variable": "lives_here_2", "type": "multiple_choice"}
    save(cast.planner, made, "one")
    sent = {"based_on": "1", "seen": "one"}
    assert "Versjon 2 er publisert" in cast.planner.post(f"{TAB}/publish", data=sent, follow_redirects=True).text
    made["pages"][0]["questions"][0] = {**asked, "type": "multiple_choice"}
    answer = cast.planner.put(
        f"{HERE}/draft",
        json={"document": made, "edition": "two", "builds_on": "", "based_on": 2, "editor": "mine"},
    )
    assert answer.status_code == 200
    sent = {"based_on": "2", "seen": "two"}
    told = cast.planner.post(f"{TAB}/publish", data=sent, follow_redirects=True).text
    assert "av en annen type" in told
    assert queries.newest_number(db.session(), db.session.get_one(Activity, 1)) == 2
