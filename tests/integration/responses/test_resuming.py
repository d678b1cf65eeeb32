"""Going on with an unfinished answer on another device by a code."""

from __future__ import annotations

import flask
import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from participation.database import writing
from participation.extensions import db
from participation.responses.models import Response
from tests.factories.classes import body, make_class, new_uuid
from tests.factories.surveys import make_survey, survey_body


def asked_for(client: FlaskClient, uuid: str) -> str:
    answer = client.post(f"/api/responses/{uuid}/resume-code")
    assert answer.status_code == 201
    return answer.json["code"]


def test_a_code_brings_the_answer_to_another_device(client: FlaskClient) -> None:
    survey, uuid = make_survey(), new_uuid()
    client.put(f"/api/responses/{uuid}", json=survey_body(survey, answers={"lives_here": "yes"}, page="wishes"))

    answer = client.post(f"/api/activities/{survey.id}/resume", json={"code": asked_for(client, uuid).lower()})

    assert answer.status_code == 200
    assert answer.json["uuid"] == uuid
    assert answer.json["answers"] == {"lives_here": "yes"}
    assert (answer.json["revision"], answer.json["complete"], answer.json["page"]) == (1, False, "wishes")


def test_only_the_hash_is_kept_and_only_until_the_answer_is_sent(client: FlaskClient) -> None:
    survey, uuid = make_survey(), new_uuid()
    client.put(f"/api/responses/{uuid}", json=survey_body(survey))
    code = asked_for(client, uuid)
    assert code.replace(" ", "") not in str(db.session.execute(select(Response.resume_hash)).scalar_one())

    sent = survey_body(survey, revision=2, complete=True, answers={"lives_here": "no"})
    assert client.put(f"/api/responses/{uuid}", json=sent).status_code == 201

    assert db.session.scalar(select(Response.resume_hash)) is None
    assert client.post(f"/api/activities/{survey.id}/resume", json={"code": code}).status_code == 404
    assert client.post(f"/api/responses/{uuid}/resume-code").status_code == 409


def test_a_draft_saved_again_keeps_its_code_and_a_new_code_ends_the_old(client: FlaskClient) -> None:
    survey, uuid = make_survey(), new_uuid()
    client.put(f"/api/responses/{uuid}", json=survey_body(survey))
    old = asked_for(client, uuid)
    client.put(f"/api/responses/{uuid}", json=survey_body(survey, revision=2))
    assert client.post(f"/api/activities/{survey.id}/resume", json={"code": old}).json["revision"] == 2

    new = asked_for(client, uuid)

    assert client.post(f"/api/activities/{survey.id}/resume", json={"code": old}).status_code == 404
    assert client.post(f"/api/activities/{survey.id}/resume", json={"code": new}).status_code == 200


@pytest.mark.parametrize("content", [{}, {"code": 7}, {"code": ""}, {"code": "K7PM 4WXT"}, [], None])
def test_a_wrong_code_opens_nothing(client: FlaskClient, content: object) -> None:
    survey = make_survey()
    assert client.post(f"/api/activities/{survey.id}/resume", json=content).status_code == 404
    assert client.post(f"/api/responses/{new_uuid()}/resume-code").status_code == 404
    assert client.post("/api/responses/nothing/resume-code").status_code == 404


def test_guessing_is_slowed_down(app: flask.Flask, client: FlaskClient) -> None:
    app.config["WRONG_CODES_PER_HOUR"] = 3
    survey = make_survey()
    tries = [
        client.post(f"/api/activities/{survey.id}/resume", json={"code": f"CODE{n}"}).status_code for n in range(4)
    ]
    assert tries == [404, 404, 404, 429]


def test_a_pupil_has_a_code_already(client: FlaskClient) -> None:
    class_session, uuid = make_class(), new_uuid()
    pupil = client.post(f"/api/classes/{class_session.code}/pupils", json={}).json
    client.put(f"/api/responses/{uuid}", json=body(class_session, pupil=pupil["token"]))
    assert client.post(f"/api/responses/{uuid}/resume-code").status_code == 403


def test_the_last_page_reached_is_known_of_each_response(client: FlaskClient) -> None:
    survey, uuid = make_survey(), new_uuid()
    client.put(f"/api/responses/{uuid}", json=survey_body(survey, page="wishes"))
    assert db.session.scalar(select(Response.reached_page)) == "wishes"

    for strange in ("attic", 2, ["home"], {}):
        answer = client.put(f"/api/responses/{new_uuid()}", json=survey_body(survey, page=strange))
        assert answer.status_code == 422
        assert [error["field"] for error in answer.json["errors"]] == ["page"]


def test_who_has_begun_may_hand_in_while_the_survey_is_paused(client: FlaskClient) -> None:
    survey = make_survey()
    with writing(db) as session:
        session.get_one(type(survey), survey.id).status = "paused"
    assert client.put(f"/api/responses/{new_uuid()}", json=survey_body(survey)).status_code == 201
