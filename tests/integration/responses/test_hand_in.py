"""Handing in: the interface's table, in its order, on both databases."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from participation.class_sessions import services as class_services
from participation.class_sessions.models import ClassSession
from participation.clock import now
from participation.database import writing
from participation.extensions import db
from participation.responses.models import KeptBody, Mark, Response
from tests.factories.classes import body, make_activity, make_class, make_project, new_uuid, point, road


def put(client: FlaskClient, uuid: str, content: Any, **more: Any) -> TestResponse:
    return client.put(f"/api/responses/{uuid}", json=content, **more)


def join(client: FlaskClient, class_session: ClassSession, personal_code: str | None = None) -> dict[str, Any]:
    content = {"personal_code": personal_code} if personal_code else {}
    return client.post(f"/api/classes/{class_session.code}/pupils", json=content).get_json()


def test_a_draft_is_stored_and_acknowledged(client: FlaskClient) -> None:
    uuid, content = new_uuid(), body(make_class(), point(), road())
    answer = put(client, uuid, content)
    assert answer.status_code == 201
    assert answer.json["uuid"] == uuid
    assert answer.json["revision"] == 1
    assert "receipt" not in answer.json
    stored = db.session.query(Response).one()
    assert stored.complete is False
    assert {mark.question for mark in stored.marks} == {"places", "road"}


def test_handing_in_gives_the_personal_code_as_receipt(client: FlaskClient) -> None:
    class_session = make_class()
    pupil = join(client, class_session)
    answer = put(client, new_uuid(), body(class_session, point(), complete=True, pupil=pupil["token"]))
    assert answer.status_code == 201
    assert answer.json["receipt"] == pupil["personal_code"].replace(" ", "")


def test_sent_again_means_stored_once(client: FlaskClient) -> None:
    uuid, content = new_uuid(), body(make_class(), point(), complete=True)
    first, second = put(client, uuid, content), put(client, uuid, content)
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json == second.json
    assert db.session.query(Mark).count() == 1


def test_another_body_is_refused_and_the_newest_three_are_kept(client: FlaskClient) -> None:
    uuid, class_session = new_uuid(), make_class()
    put(client, uuid, body(class_session, point(), revision=2))
    for number in range(5):
        answer = put(client, uuid, body(class_session, point(comment=f"other {number}"), revision=2))
        assert answer.status_code == 409
        assert answer.json["kept"] is True
        assert answer.json["revision"] == 2
    assert put(client, uuid, body(class_session, revision=1)).status_code == 409
    assert db.session.query(KeptBody).count() == 3


def test_a_complete_response_takes_no_more(client: FlaskClient) -> None:
    uuid, class_session = new_uuid(), make_class()
    put(client, uuid, body(class_session, point(), complete=True))
    assert put(client, uuid, body(class_session, point(), revision=2)).status_code == 409


def test_a_new_revision_replaces_the_marks_and_keeps_what_was_hidden(client: FlaskClient) -> None:
    uuid, class_session = new_uuid(), make_class()
    put(client, uuid, body(class_session, point(5.23), point(5.24)))
    with writing(db) as session:
        session.query(Mark).filter_by(west=5.23).one().hidden_at = now()
    put(client, uuid, body(class_session, point(5.23, comment="mer"), point(5.25), revision=2))
    assert [(mark.west, mark.hidden_at is None) for mark in db.session.query(Mark).order_by(Mark.west)] == [
        (5.23, False),
        (5.25, True),
    ]


@pytest.mark.parametrize(
    ("raw", "kind", "status"),
    [
        (b"{}", "text/plain", 415),
        (b"x" * (1024 * 1024 + 1), "text/plain", 415),
        (b"x" * (1024 * 1024 + 1), "application/json", 413),
        (b"not json", "application/json", 400),
        (b"[1]", "application/json", 400),
        (b'{"activity": NaN}', "application/json", 400),
        (b'{"activity": Infinity}', "application/json", 400),
        (b'{"a":' + b"[" * 40 + b"]" * 40 + b"}", "application/json", 400),
        (b"[" * 200000, "application/json", 400),
        (b'{"activity": "999999"}', "application/json", 404),
        (b'{"activity": ["1"]}', "application/json", 404),
        (b"{}", "application/json", 404),
    ],
)
def test_bodies_that_are_no_answer(client: FlaskClient, raw: bytes, kind: str, status: int) -> None:
    answer = client.put(f"/api/responses/{new_uuid()}", data=raw, content_type=kind)
    assert answer.status_code == status
    assert answer.json["error"]


@pytest.mark.parametrize("uuid", ["1", "not-a-uuid", "00000000-0000-1000-8000-000000000000"])
def test_an_address_that_is_no_version_4_uuid(client: FlaskClient, uuid: str) -> None:
    assert put(client, uuid, body(make_class())).status_code == 400


def test_thirty_two_levels_are_not_too_deep(client: FlaskClient) -> None:
    deep: Any = "x"
    for _ in range(31):
        deep = [deep]
    class_session = make_class()
    assert put(client, new_uuid(), body(class_session, extra=deep)).status_code == 201
    assert put(client, new_uuid(), body(class_session, extra=[deep])).status_code == 400


def test_the_wrong_class_code(client: FlaskClient) -> None:
    class_session = make_class()
    assert put(client, new_uuid(), body(class_session, class_code="XXXXXX")).status_code == 403
    assert put(client, new_uuid(), body(class_session, class_code=7)).status_code == 403
    assert put(client, new_uuid(), body(class_session, class_code=None)).status_code == 403
    assert put(client, new_uuid(), body(class_session, pupil="1-abc")).status_code == 403


def test_a_closed_class_takes_only_those_who_joined(client: FlaskClient) -> None:
    class_session = make_class()
    pupil = join(client, class_session)
    with writing(db) as session:
        class_services.close_class(session.get_one(ClassSession, class_session.id))
    assert put(client, new_uuid(), body(class_session)).status_code == 410
    late = put(client, new_uuid(), body(class_session, complete=True, pupil=pupil["token"]))
    assert late.status_code == 201
    assert db.session.query(Response).one().late is True
    with writing(db) as session:
        session.get_one(ClassSession, class_session.id).closed_at = now() - timedelta(days=15)
    assert put(client, new_uuid(), body(class_session, pupil=pupil["token"])).status_code == 410


def test_every_problem_at_once(client: FlaskClient) -> None:
    wrong = [point(category="castle"), road([[5.22, 60.36]]), point(-150.0, 10.0)]
    answer = put(client, new_uuid(), body(make_class(), *wrong, revision=0, complete="yes"))
    assert answer.status_code == 422
    fields = {error["field"] for error in answer.json["errors"]}
    assert {"revision", "complete"} <= fields
    assert any(field.startswith("marks[0]") for field in fields)
    assert any(field.startswith("marks[1]") for field in fields)
    assert all(error["message"] for error in answer.json["errors"])


def test_a_place_in_the_pacific_is_refused(client: FlaskClient) -> None:
    answer = put(client, new_uuid(), body(make_class(), point(-150.0, 10.0)))
    assert answer.status_code == 422
    assert answer.json["errors"][0]["field"] == "marks[0].geometry"


def test_fifty_thousand_vertices_are_refused(client: FlaskClient) -> None:
    line = [[round(5.2 + index / 1e6, 6), 60.36] for index in range(50_000)]
    content = json.dumps(body(make_class(), road(line)), separators=(",", ":"))
    answer = client.put(f"/api/responses/{new_uuid()}", data=content, content_type="application/json")
    assert answer.status_code in (413, 422)


def test_an_uncut_route_loses_its_home_end_before_it_is_stored(client: FlaskClient) -> None:
    class_session, uuid = make_class(), new_uuid()
    home = [5.21, 60.357]
    line = [home, [5.22, 60.359], [5.2318, 60.36364]]
    assert put(client, uuid, body(class_session, road(line, home_cut=None))).status_code == 201
    stored = json.loads(db.session.query(Mark).one().geometry)["coordinates"]
    assert home not in stored
    assert stored[-1] == line[-1]
    assert put(client, uuid, body(class_session, road(line, home_cut=None, comment="x"))).status_code == 409
    assert "[5.21," not in db.session.query(KeptBody).one().body.replace(" ", "")


@pytest.mark.parametrize("told", ["yes", 1, 0, [], {}])
def test_a_route_that_does_not_plainly_say_it_was_cut_is_cut(client: FlaskClient, told: object) -> None:
    home, school = [5.21, 60.357, 40.5], [5.2318, 60.36364]
    assert put(client, new_uuid(), body(make_class(), road([home, school], home_cut=told))).status_code == 201
    assert "5.21," not in db.session.query(Mark).one().geometry


def test_every_flag_at_once_can_be_stored(client: FlaskClient) -> None:
    personal = "01010750160 Emma Storgata 7 emma@eksempel.no 41234567"
    worrying = "Jeg vil dø. Pappa slår meg. De truer meg."
    content = body(make_class(), point(comment=f"{personal} {worrying}"), point())
    assert put(client, new_uuid(), content).status_code == 201
    flagged, plain = (set(mark.flags.split()) for mark in db.session.query(Mark).order_by(Mark.id))
    assert {word.partition(":")[0] for word in flagged} == {"worrying", "personal"}
    assert {"worrying:self_harm", "worrying:abuse", "worrying:violence", "personal:address"} <= flagged
    assert plain == set()


def test_a_short_uncut_route_is_left_out_and_the_rest_is_taken(client: FlaskClient) -> None:
    short = road([[5.2310, 60.3635], [5.2318, 60.36364]], home_cut=None)
    assert put(client, new_uuid(), body(make_class(), short, point())).status_code == 201
    assert [mark.question for mark in db.session.query(Mark)] == ["places"]


def test_a_correction_replaces_what_was_handed_in(client: FlaskClient) -> None:
    class_session = make_class()
    first = put(client, new_uuid(), body(class_session, point(), complete=True))
    second = put(client, new_uuid(), body(class_session, point(), complete=True, replaces=first.json["receipt"]))
    assert second.status_code == 201
    assert db.session.query(Response).filter(Response.replaced_by_id.is_not(None)).count() == 1
    unknown = put(client, new_uuid(), body(class_session, replaces="QQQQQQ"))
    assert unknown.status_code == 422


def test_what_was_erased_cannot_come_back(client: FlaskClient) -> None:
    class_session, uuid = make_class(), new_uuid()
    pupil = join(client, class_session)
    content = body(class_session, point(), pupil=pupil["token"])
    put(client, uuid, content)
    other = join(client, class_session)
    headers = {"Authorization": f"Bearer {other['token']}"}
    assert client.delete(f"/api/responses/{uuid}", headers=headers).status_code == 403
    headers = {"Authorization": f"Bearer {pupil['token']}"}
    assert client.delete(f"/api/responses/{uuid}", headers=headers).status_code == 204
    assert db.session.query(Mark).count() == 0
    assert put(client, uuid, content).status_code == 410


def test_only_failures_count_against_guessing(client: FlaskClient) -> None:
    class_session = make_class()
    client.application.config["WRONG_CODES_PER_HOUR"] = 20
    for _ in range(40):
        assert put(client, new_uuid(), body(class_session, point())).status_code == 201
    statuses = [put(client, new_uuid(), body(class_session, class_code="AAAAAA")).status_code for _ in range(30)]
    assert statuses.count(403) == 20
    last = put(client, new_uuid(), body(class_session))
    assert last.status_code == 429
    assert int(last.headers["Retry-After"]) > 0


def test_a_response_stays_with_its_pupil_and_activity(client: FlaskClient) -> None:
    class_session, uuid = make_class(), new_uuid()
    own, other = join(client, class_session), join(client, class_session)
    assert put(client, uuid, body(class_session, point(), pupil=own["token"])).status_code == 201
    for content in (
        body(class_session, revision=2, pupil=other["token"]),
        body(class_session, revision=2),
        body(make_class(make_activity(make_project("another"))), revision=2),
    ):
        answer = put(client, uuid, content)
        assert answer.status_code == 403
        assert answer.json["error"]
    assert put(client, uuid, body(class_session, point(), revision=2, pupil=own["token"])).status_code == 201
    assert db.session.query(Mark).count() == 1
