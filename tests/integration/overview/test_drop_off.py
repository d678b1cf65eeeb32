"""The planner sees at which questions those stand who have begun and not sent."""

from __future__ import annotations

from typing import Any

import flask
import html5lib
from flask.testing import FlaskClient

from participation.activities.models import Activity
from tests.factories.cast import make_cast
from tests.factories.classes import new_uuid
from tests.factories.surveys import document, make_survey, survey_body

FOLLOW = "/projects/loddefjord/activities/1/follow"
WAYS = "/projects/loddefjord/activities/1/ways"


def send(client: FlaskClient, survey: Activity, **fields: Any) -> None:
    assert client.put(f"/api/responses/{new_uuid()}", json=survey_body(survey, **fields)).status_code == 201


def rows(page: str) -> list[list[str]]:
    read = html5lib.parse(page, namespaceHTMLElements=False)
    [section] = read.findall(".//section[@aria-labelledby='stops-heading']")
    return [["".join(cell.itertext()).strip() for cell in row] for row in section.findall(".//tbody/tr")]


def test_what_is_begun_and_not_sent_stands_at_a_question(app: flask.Flask, client: FlaskClient) -> None:
    cast = make_cast(app)
    survey = make_survey()
    assert "stops-heading" not in cast.planner.get(FOLLOW).text
    for _time in range(3):
        send(client, survey, answers={})
    send(client, survey, answers={"lives_here": "yes"}, page="wishes")
    send(client, survey, answers={"lives_here": "yes"}, complete=True)
    page = cast.planner.get(FOLLOW).text
    assert "4 har begynt og ikke sendt inn" in page
    assert page.count('aria-labelledby="stops-heading"') == 1
    told = rows(page)
    assert [row[1:] for row in told] == [["3", "75 %"], ["1", "25 %"]]


def test_questions_with_one_wording_are_told_apart_by_their_variables(app: flask.Flask, client: FlaskClient) -> None:
    content = document()
    questions = [question for page in content["pages"] for question in page["questions"]]
    for question in questions:
        question["label"] = {"nb": "Hva synes du?"}
    survey = make_survey(content)
    send(client, survey, answers={})
    send(client, survey, answers={"lives_here": "yes"}, page="wishes")
    named = [row[0] for row in rows(make_cast(app).planner.get(FOLLOW).text)]
    assert len(named) == 2
    assert len(set(named)) == 2
    assert named[0] == "Hva synes du? (lives_here)"


def test_the_ways_to_answer_lead_to_where_people_stop(app: flask.Flask) -> None:
    make_survey()
    assert f'href="{FOLLOW}#part-stops"' in make_cast(app).planner.get(WAYS).text
