"""The planner sees at which questions those stand who have begun and not sent."""

from __future__ import annotations

from typing import Any

import flask
import html5lib
from flask.testing import FlaskClient

from participation.activities.models import Activity
from tests.factories.cast import make_cast
from tests.factories.classes import new_uuid
from tests.factories.surveys import make_survey, survey_body

WAYS = "/projects/loddefjord/activities/1/ways"


def send(client: FlaskClient, survey: Activity, **fields: Any) -> None:
    assert client.put(f"/api/responses/{new_uuid()}", json=survey_body(survey, **fields)).status_code == 201


def rows(page: str) -> list[list[str]]:
    read = html5lib.parse(page, namespaceHTMLElements=False)
    [section] = read.findall(".//section[@aria-labelledby='stop-heading']")
    return [["".join(cell.itertext()).strip() for cell in row] for row in section.findall(".//tbody/tr")]


def test_what_is_begun_and_not_sent_stands_at_a_question(app: flask.Flask, client: FlaskClient) -> None:
    cast = make_cast(app)
    survey = make_survey()
    assert "stop-heading" not in cast.planner.get(WAYS).text
    for _time in range(3):
        send(client, survey, answers={})
    send(client, survey, answers={"lives_here": "yes"}, page="wishes")
    send(client, survey, answers={"lives_here": "yes"}, complete=True)
    page = cast.planner.get(WAYS).text
    assert "4 har begynt og ikke sendt inn" in page
    assert page.count('aria-labelledby="stop-heading"') == 1
    told = rows(page)
    assert [row[1:] for row in told] == [["3", "75 %"], ["1", "25 %"]]
