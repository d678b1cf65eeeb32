"""A tablet that is handed on, where scripts run: its page carries what they need, and the note by which its answers come."""

from __future__ import annotations

import json
from datetime import timedelta
from io import BytesIO
from typing import Any

import html5lib
from flask.testing import FlaskClient

from participation.activities.models import Activity
from participation.clock import now
from participation.database import writing
from participation.extensions import db
from participation.kiosks.models import Kiosk
from tests.factories.classes import new_uuid
from tests.factories.invitations import invite
from tests.factories.surveys import document, make_survey, page, survey_body
from tests.integration.responses.test_kiosk import begin, opened, responses
from tests.integration.responses.test_photos import names, send, with_photos
from tests.unit.surveys.documents import question
from tests.unit.surveys.test_photo import photo


def carried(client: FlaskClient, place: str) -> dict[str, Any]:
    """What the start page carries for its scripts."""
    start = html5lib.parse(client.get(place).text, namespaceHTMLElements=False)
    found: dict[str, Any] = json.loads(start.find(".//script[@id='page-data']").text)
    return found


def put(client: FlaskClient, survey: Activity, ticket: str, **fields: Any) -> tuple[int, Any]:
    uuid = fields.pop("uuid", None) or new_uuid()
    body = survey_body(survey, **({"complete": True} | fields))
    answer = client.put(f"/api/responses/{uuid}", json=body, headers={"Authorization": f"Bearer {ticket}"})
    return answer.status_code, answer.json


def test_an_answer_with_the_note_is_counted_by_its_channel(client: FlaskClient) -> None:
    survey = make_survey()
    invite(survey, only=True)
    place = opened(client, survey, "open_meeting")
    ticket = carried(client, place)["ticket"]
    assert put(client, survey, ticket, answers={"lives_here": "yes"})[0] == 201
    assert put(client, survey, "invented", answers={"lives_here": "yes"})[0] == 403
    assert [one.channel for one in responses()] == ["open_meeting"]


def test_the_note_of_a_link_that_has_ended_is_told_so(client: FlaskClient) -> None:
    survey = make_survey()
    ticket = carried(client, opened(client, survey))["ticket"]
    with writing(db) as session:
        kiosk = session.query(Kiosk).one()
        kiosk.expires_at = now() - timedelta(minutes=30)
    assert put(client, survey, ticket, answers={"lives_here": "yes"})[0] == 201
    with writing(db) as session:
        session.query(Kiosk).one().expires_at = now() - timedelta(minutes=90)
    status, told = put(client, survey, ticket, answers={"lives_here": "no"})
    assert status == 410 and "er utløpt" in told["error"]
    assert len(responses()) == 1


def test_a_photo_is_taken_in_from_a_tablet_with_scripts(client: FlaskClient) -> None:
    survey, uuid, name = with_photos(), new_uuid(), new_uuid()
    place = opened(client, survey)
    ticket = carried(client, place)["ticket"]
    assert send(client, survey, uuid, name) == 201
    assert put(client, survey, ticket, uuid=uuid, answers={"seen": [name]})[0] == 201
    assert names() == [name]
    assert [(one.channel, json.loads(one.answers)) for one in responses()] == [("interview", {"seen": [name]})]


def test_a_photo_is_taken_in_from_a_tablet_without_scripts(client: FlaskClient) -> None:
    form = begin(client, opened(client, with_photos()))
    form.press("next", seen_file=[(BytesIO(photo()), "a.jpg")]).press("send")
    assert "Neste person" in form.text
    assert [(one.channel, json.loads(one.answers)) for one in responses()] == [("interview", {"seen": names()})]


def test_the_page_of_a_tablet_offers_nothing_that_stays_or_leads_away(client: FlaskClient) -> None:
    survey = make_survey(document(page("one", question("short_text", "wish"))))
    place = opened(client, survey)
    start, usual = client.get(place), client.get(f"/a/{survey.id}")
    assert start.headers["Cache-Control"] == "no-store"
    for offered in (
        "data-ask-code",
        "data-save-file",
        "data-someone-else",
        "data-code-form",
        "/receipt",
        "/personvern",
    ):
        assert offered not in start.text
    assert "data-hand-over" in start.text and "data-hand-over" not in usual.text
    assert "kiosk_survey" in start.text and "kiosk" not in usual.text
