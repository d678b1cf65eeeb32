"""The teacher's link becomes a cookie that opens one class, until it expires or is renewed."""

from __future__ import annotations

from datetime import timedelta

import flask
import pytest
from flask.testing import FlaskClient

from participation.class_sessions import codes, services
from participation.class_sessions.models import ClassSession
from participation.classroom import teacher_right
from participation.clock import now
from participation.database import writing
from participation.extensions import db
from tests.factories.classes import make_activity, make_class
from tests.factories.people import make_person, sign_in
from tests.integration.classroom.room import again, enter

PAGES = (
    "",
    "/state",
    "/marks",
    "/preparation",
    "/preparation/lesson-plan",
    "/preparation/letter",
    "/preparation/slips",
)


def test_the_token_leaves_the_address_bar(client: FlaskClient) -> None:
    class_session = make_class()
    answer = client.get(f"/t/{codes.teacher_token(class_session)}")
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"/classroom/{class_session.id}"
    assert "HttpOnly" in answer.headers["Set-Cookie"]
    for page in PAGES:
        assert client.get(f"/classroom/{class_session.id}{page}").status_code == 200, page


def test_a_stranger_sees_nothing(client: FlaskClient) -> None:
    class_session = make_class()
    for page in PAGES:
        assert client.get(f"/classroom/{class_session.id}{page}").status_code == 403, page
    assert client.get("/classroom/999").status_code == 403
    assert client.get(f"/t/{class_session.id}-{'0' * 40}").status_code == 404


def test_a_teacher_sees_no_other_class(client: FlaskClient) -> None:
    activity = make_activity()
    mine, other = make_class(activity), make_class(activity)
    enter(client, mine)
    for page in PAGES:
        assert client.get(f"/classroom/{other.id}{page}").status_code == 403, page
    assert client.post(f"/classroom/{other.id}/close").status_code == 403
    assert again(other).status == "open"


def test_a_teacher_of_two_classes_has_both(client: FlaskClient) -> None:
    activity = make_activity()
    first, second = make_class(activity), make_class(activity)
    for room in (enter(client, first), enter(client, second)):
        assert client.get(room).status_code == 200


def test_a_renewed_link_kills_the_old_cookie(client: FlaskClient) -> None:
    class_session = make_class()
    old, wall = codes.teacher_token(class_session), f"/projector/{codes.projector_token(class_session)}"
    room = enter(client, class_session)
    with writing(db) as session:
        services.renew_teacher_link(session.get_one(ClassSession, class_session.id))
    assert client.get(room).status_code == 403
    assert client.get(f"/t/{old}").status_code == 404
    assert client.get(wall).status_code == 404, "whoever had the link had seen this address too"
    assert client.get(enter(client, class_session)).status_code == 200


def test_an_expired_link_opens_nothing(client: FlaskClient) -> None:
    class_session = make_class()
    room = enter(client, class_session)
    with writing(db) as session:
        expired = session.get_one(ClassSession, class_session.id)
        expired.teacher_expires_at = now() - timedelta(minutes=1)
        expired.activity.project.contact = "Kari Plan, kari@example.no"
    for address in (room, f"/t/{codes.teacher_token(class_session)}"):
        answer = client.get(address)
        assert answer.status_code == 410
        for words in ("6A, Loddefjord skole", "Be planleggeren om en ny", "Kari Plan, kari@example.no"):
            assert words in answer.text
    assert client.get(f"/projector/{codes.projector_token(class_session)}").status_code == 410


def days_later(monkeypatch: pytest.MonkeyPatch, days: int) -> None:
    """Let time pass for the classes and their links."""
    later = now() + timedelta(days=days)
    for module in (services, teacher_right):
        monkeypatch.setattr(module, "now", lambda: later)


def test_the_links_end_two_weeks_after_the_class(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    class_session = make_class()
    room = enter(client, class_session)
    client.post(f"{room}/close")
    days_later(monkeypatch, 13)
    assert client.get(room).status_code == 200
    days_later(monkeypatch, 14)
    assert client.get(room).status_code == 410
    assert client.get(f"/projector/{codes.projector_token(class_session)}").status_code == 410


def test_a_planner_lets_the_teacher_in_again_after_the_class(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    class_session = make_class()
    client.post(f"{enter(client, class_session)}/close")
    days_later(monkeypatch, 60)
    with writing(db) as session:
        services.renew_teacher_link(session.get_one(ClassSession, class_session.id))
    assert client.get(enter(client, class_session)).status_code == 200
    days_later(monkeypatch, 75)
    assert client.get(f"/classroom/{class_session.id}").status_code == 410


def test_a_class_that_goes_on_keeps_its_links(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    class_session = make_class()
    room = enter(client, class_session)
    client.post(f"{room}/close")
    client.post(f"{room}/open")
    days_later(monkeypatch, 30)
    assert client.get(room).status_code == 200


def test_a_lesson_far_ahead_is_reached_by_its_link() -> None:
    lesson = (now() + timedelta(days=200)).date()
    ends = services.link_until(lesson)
    assert ends.date() > lesson
    assert services.link_until() < ends


def test_the_planner_sees_the_last_use(client: FlaskClient) -> None:
    class_session = make_class()
    assert class_session.teacher_last_used_at is None
    room = enter(client, class_session)
    used = again(class_session).teacher_last_used_at
    assert used is not None
    client.get(f"{room}/state")
    assert again(class_session).teacher_last_used_at == used, "at most once a minute"
    with writing(db) as session:
        session.get_one(ClassSession, class_session.id).teacher_last_used_at = used - timedelta(minutes=2)
    client.get(f"{room}/state")
    assert again(class_session).teacher_last_used_at >= used


def test_the_device_can_leave(client: FlaskClient) -> None:
    room = enter(client, make_class())
    assert "Forlat klassen" in client.get(room).text
    assert client.post(f"{room}/leave").status_code == 302
    assert client.get(room).status_code == 403


def test_a_planner_looks_in_without_leaving_a_trace(client: FlaskClient) -> None:
    class_session = make_class()
    make_person()
    sign_in(client)
    page = client.get(f"/classroom/{class_session.id}")
    assert page.status_code == 200
    assert "Forlat klassen" not in page.text, "a planner has nothing to leave"
    assert again(class_session).teacher_last_used_at is None


def test_an_analyst_is_no_teacher(client: FlaskClient) -> None:
    class_session = make_class()
    make_person("analyst@example.no", "analyst")
    sign_in(client, "analyst@example.no")
    assert client.get(f"/classroom/{class_session.id}").status_code == 403


def test_buttons_need_the_pages_own_token(app: flask.Flask) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    client = app.test_client()
    class_session = make_class()
    room = enter(client, class_session)
    assert client.post(f"{room}/pause").status_code == 400
    assert again(class_session).status == "open"
