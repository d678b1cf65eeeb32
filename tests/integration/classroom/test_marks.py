"""A teacher reads, hides and restores the class's marks, and pauses a nickname; deleting is not offered."""

from __future__ import annotations

import re

from flask.testing import FlaskClient
from sqlalchemy import select

from participation.clock import now
from participation.database import writing
from participation.extensions import db
from participation.responses.models import Mark
from tests.factories.classes import body, make_activity, make_class, new_uuid, point
from tests.integration.classroom.room import draw, enter
from tests.integration.responses.test_hand_in import put


def only_mark() -> Mark:
    db.session.rollback()
    return db.session.scalars(select(Mark)).one()


def test_marks_are_listed_in_words(client: FlaskClient) -> None:
    class_session = make_class()
    room = enter(client, class_session)
    sticker = point(category="unsafe", why=["dark"], place_name="Svingen", comment="<b>mørkt</b> her")
    pupil = draw(client, class_session, sticker)
    page = client.get(f"{room}/marks").get_data(as_text=True)
    for words in (pupil["nickname"], "Mørkt", "Svingen", "&lt;b&gt;mørkt&lt;/b&gt; her"):
        assert words in page
    assert client.get(f"{room}/marks?pupil=4").status_code == 200
    assert client.get(f"{room}/marks?pupil=77").status_code == 404


def test_worrying_and_personal_texts_are_pointed_out(client: FlaskClient) -> None:
    class_session = make_class()
    room = enter(client, class_session)
    draw(client, class_session, point(comment="Ring meg på 912 34 567"), point(comment="Han slår meg hver dag"))
    page = client.get(f"{room}/marks").get_data(as_text=True)
    assert "Kan røpe hvem noen er" in page
    assert "Les dette først" in page
    personal, worrying = db.session.scalars(select(Mark).order_by(Mark.id)).all()
    assert re.findall(r'href="#mark-(\d+)"', page) == [str(worrying.id), str(personal.id)], "what worries comes first"
    client.post(f"{room}/marks/{worrying.id}/hide")
    assert re.findall(r'href="#mark-(\d+)"', client.get(f"{room}/marks").text) == [str(personal.id)]


def test_hide_and_restore(client: FlaskClient) -> None:
    class_session = make_class()
    room = enter(client, class_session)
    draw(client, class_session, point())
    mark = only_mark()
    answer = client.post(f"{room}/marks/{mark.id}/hide?pupil=4")
    assert answer.headers["Location"].startswith(f"{room}/marks?pupil=4")
    assert only_mark().hidden_by == "teacher"
    client.post(f"{room}/marks/{mark.id}/restore")
    assert only_mark().hidden_at is None
    assert client.post(f"{room}/marks/{mark.id}/delete").status_code == 404


def test_what_a_planner_hid_stays_hidden(client: FlaskClient) -> None:
    class_session = make_class()
    room = enter(client, class_session)
    draw(client, class_session, point())
    mark = only_mark()
    with writing(db) as session:
        hidden = session.get_one(Mark, mark.id)
        hidden.hidden_at, hidden.hidden_by = now(), "planner@example.no"
    client.post(f"{room}/marks/{mark.id}/restore")
    assert only_mark().hidden_by == "planner@example.no"


def test_another_classs_mark_is_out_of_reach(client: FlaskClient) -> None:
    activity = make_activity()
    mine, other = make_class(activity), make_class(activity)
    room = enter(client, mine)
    draw(client, other, point())
    assert client.post(f"{room}/marks/{only_mark().id}/hide").status_code == 404
    assert only_mark().hidden_at is None
    assert client.post(f"{room}/pupils/99/pause").status_code == 404


def test_a_paused_nickname_cannot_send(client: FlaskClient) -> None:
    class_session = make_class(pupils=1)
    room = enter(client, class_session)
    pupil = draw(client, class_session, point())
    number = client.get(f"{room}/state").json["pupils"][0]["number"]
    client.post(f"{room}/pupils/{number}/pause?pupil={number}")
    assert client.get(f"{room}/state").json["pupils"][0]["paused"] is True
    sent = body(class_session, point(), pupil=pupil["token"])
    assert put(client, new_uuid(), sent).status_code == 403
    client.post(f"{room}/pupils/{number}/resume")
    assert put(client, new_uuid(), sent).status_code == 201
