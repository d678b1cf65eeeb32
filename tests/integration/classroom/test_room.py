"""The room: who has come how far, the buttons, and what cannot be done now."""

from __future__ import annotations

import re

from flask.testing import FlaskClient
from sqlalchemy import select

from participation.activities import services as activities
from participation.activities.models import Activity
from participation.class_sessions import codes
from participation.class_sessions.models import ClassSession
from participation.database import writing
from participation.extensions import db
from participation.projects.models import Project
from participation.responses.models import Response
from tests.factories.classes import body, make_activity, make_class, make_project, new_uuid, point
from tests.integration.classroom.room import again, draw, enter
from tests.integration.responses.test_hand_in import join, put


def states(client: FlaskClient, room: str) -> dict[str, str]:
    return {pupil["nickname"]: pupil["state"] for pupil in client.get(f"{room}/state").json["pupils"]}


def test_four_states_by_nickname(client: FlaskClient) -> None:
    class_session = make_class(pupils=5)
    room = enter(client, class_session)
    joined = join(client, class_session)["nickname"]
    drawing = draw(client, class_session, point())["nickname"]
    sent = draw(client, class_session, point(), complete=True)["nickname"]
    assert states(client, room) == {joined: "joined", drawing: "drawing", sent: "sent"}
    seen = client.get(f"{room}/state").json
    assert (seen["joined"], seen["expected"], seen["counts"]["drawing"]) == (3, 5, 1)
    page = client.get(room).get_data(as_text=True)
    for nickname in (joined, drawing, sent):
        assert nickname in page
    client.post(f"{room}/close")
    assert states(client, room) == {joined: "not_sent", drawing: "not_sent", sent: "sent"}


def test_what_came_without_a_nickname_is_counted(client: FlaskClient) -> None:
    class_session = make_class()
    room = enter(client, class_session)
    put(client, new_uuid(), body(class_session, point()))
    seen = client.get(f"{room}/state").json
    assert (seen["joined"], seen["without_nickname"]) == (0, 1)


def test_polling_costs_nothing_while_nothing_happens(client: FlaskClient) -> None:
    class_session = make_class()
    room = enter(client, class_session)
    first = client.get(f"{room}/state")
    same = client.get(f"{room}/state", headers={"If-None-Match": first.headers["ETag"]})
    assert same.status_code == 304
    join(client, class_session)
    assert client.get(f"{room}/state", headers={"If-None-Match": first.headers["ETag"]}).status_code == 200


def test_the_code_and_its_qr_are_for_the_board(client: FlaskClient) -> None:
    class_session = make_class()
    page = client.get(enter(client, class_session)).get_data(as_text=True)
    assert class_session.code[:3] in page
    assert re.search(r'<svg role="img" aria-label="[^"]+" viewBox', page)


def test_the_buttons(client: FlaskClient) -> None:
    class_session = make_class(opened=False)
    room = enter(client, class_session)
    for action, status in [
        ("open", "open"),
        ("pause", "paused"),
        ("continue", "open"),
        ("close", "closed"),
        ("open", "open"),
    ]:
        assert client.post(f"{room}/{action}").headers["Location"] == room
        assert again(class_session).status == status
    client.post(f"{room}/five-minutes")
    assert again(class_session).five_minutes_at is not None
    assert client.post(f"{room}/delete").status_code == 404


def test_ending_takes_unsent_drafts_in(client: FlaskClient) -> None:
    class_session = make_class()
    room = enter(client, class_session)
    draw(client, class_session, point())
    draw(client, class_session, point(), complete=True)
    client.post(f"{room}/close")
    db.session.rollback()
    rows = db.session.scalars(select(Response).order_by(Response.id)).all()
    assert [(row.complete, row.collected_at is not None) for row in rows] == [(False, True), (True, False)]
    page = client.get(room).get_data(as_text=True)
    assert "Ett kart som ikke var sendt, er tatt med som ufullstendig." in page


def test_when_the_class_has_ended_the_map_is_next(client: FlaskClient) -> None:
    class_session = make_class()
    room = enter(client, class_session)
    client.post(f"{room}/close")
    page = client.get(room).get_data(as_text=True)
    assert f'href="/projector/{codes.projector_token(class_session)}"' in page
    assert "I time 3 ser dere på kartet sammen." in page
    assert 'class="board"' not in page


def test_a_real_class_waits_for_the_privacy_fields(client: FlaskClient) -> None:
    project = make_project()
    with writing(db) as session:
        session.get_one(Project, project.id).is_demo = False
    class_session = make_class(make_activity(project), opened=False)
    room = enter(client, class_session)
    page = client.get(room).get_data(as_text=True)
    assert "Klassen kan ikke åpnes ennå" in page
    assert "siste dag for å si nei" in page
    client.post(f"{room}/open")
    assert again(class_session).status == "planned"


def test_a_teacher_cannot_open_what_the_planner_closed(client: FlaskClient) -> None:
    class_session = make_class()
    room = enter(client, class_session)
    client.post(f"{room}/close")
    with writing(db) as session:
        activities.close_activity(session.get_one(Activity, class_session.activity_id))
    client.post(f"{room}/open")
    assert again(class_session).status == "closed"
    assert db.session.get_one(Activity, class_session.activity_id).status == "closed"


def test_a_class_opened_again_has_more_than_five_minutes(client: FlaskClient) -> None:
    class_session = make_class()
    room = enter(client, class_session)
    pupil = draw(client, class_session, point())
    for action in ("five-minutes", "close", "open"):
        client.post(f"{room}/{action}")
    assert again(class_session).five_minutes_at is None
    news = client.get("/api/pupils/me", headers={"Authorization": f"Bearer {pupil['token']}"}).json
    assert (news["class_status"], news["message"]) == ("open", None)


def test_nothing_works_before_the_class_is_open(client: FlaskClient) -> None:
    class_session = make_class(opened=False)
    room = enter(client, class_session)
    for action in ("pause", "continue", "five-minutes", "close"):
        client.post(f"{room}/{action}")
        stored: ClassSession = again(class_session)
        assert (stored.status, stored.five_minutes_at, stored.closed_at) == ("planned", None, None)
