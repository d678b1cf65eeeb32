"""Joining a class and resuming with the personal code."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.factories.classes import body, make_class, new_uuid, point
from tests.integration.responses.test_hand_in import join, put


def test_pupils_get_different_nicknames_and_codes(client: FlaskClient) -> None:
    class_session = make_class()
    pupils = [join(client, class_session) for _ in range(10)]
    assert len({pupil["nickname"] for pupil in pupils}) == 10
    assert len({pupil["personal_code"] for pupil in pupils}) == 10


def test_the_personal_code_brings_the_drawing_to_another_device(client: FlaskClient) -> None:
    class_session, uuid = make_class(), new_uuid()
    pupil = join(client, class_session)
    put(client, uuid, body(class_session, point(comment="fint her"), pupil=pupil["token"]))
    typed = pupil["personal_code"].lower().replace(" ", "-")
    resumed = join(client, class_session, typed)
    assert resumed["token"] == pupil["token"]
    assert resumed["response"]["uuid"] == uuid
    assert resumed["response"]["marks"][0]["properties"]["answers"]["comment"] == "fint her"


def test_a_wrong_personal_code_opens_nothing(client: FlaskClient) -> None:
    class_session = make_class()
    answer = client.post(f"/api/classes/{class_session.code}/pupils", json={"personal_code": "AAAAAAAA"})
    assert answer.status_code == 404


def test_me_tells_the_state_of_the_class_and_the_response(client: FlaskClient) -> None:
    class_session = make_class()
    pupil = join(client, class_session)
    headers = {"Authorization": f"Bearer {pupil['token']}"}
    first = client.get("/api/pupils/me", headers=headers)
    assert first.json["class_status"] == "open"
    assert first.json["response"] is None
    unchanged = client.get("/api/pupils/me", headers={**headers, "If-None-Match": first.headers["ETag"]})
    assert unchanged.status_code == 304
    assert client.get("/api/pupils/me").status_code == 401


def test_the_pupils_page_carries_the_questionnaire(client: FlaskClient) -> None:
    class_session = make_class()
    page = client.get(f"/c/{class_session.code.lower()}")
    assert page.status_code == 200
    assert b'"questionnaire"' in page.data
    assert client.get("/c/AAAAAA").status_code == 404
