"""The pupil who comes back with the code: how far the answer has come, what was heard, and taking it back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from flask.testing import FlaskClient

from participation.activities.models import Activity
from participation.class_sessions import codes
from participation.class_sessions.models import ClassSession
from participation.clock import now
from participation.database import writing
from participation.extensions import db
from participation.feedback import services
from participation.responses import services as responses
from participation.responses.models import Response
from tests.factories.classes import body, make_activity, make_class, new_uuid, point, road
from tests.integration.classroom.room import again, draw, enter
from tests.integration.responses.test_hand_in import join, put


def receipt(client: FlaskClient, code: str) -> str:
    answer = client.post("/receipt", data={"code": code})
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def tell(class_session: ClassSession, text: str, only: ClassSession | None = None) -> None:
    with writing(db) as session:
        activity = session.get_one(Activity, class_session.activity_id)
        services.tell(session, activity, text, only.id if only else None)


def test_what_was_promised_and_then_what_was_heard(client: FlaskClient) -> None:
    class_session = make_class()
    code = draw(client, class_session, point(), road(), complete=True)["personal_code"]
    with writing(db) as session:
        session.get_one(Activity, class_session.activity_id).answer_by = date(2027, 3, 1)
    page = receipt(client, code)
    assert "Kommunen svarer innen 1. mars." in page
    assert "Steder og veier: 2." in page
    assert page.count("step--reached") == 1
    tell(class_session, "Dere vil ha lys på <b>stien</b>.")
    with writing(db) as session:
        responses.advance(session, session.get_one(Activity, class_session.activity_id), "taken_further")
    page = receipt(client, code)
    assert "Dere vil ha lys på &lt;b&gt;stien&lt;/b&gt;." in page
    assert "Kommunen svarer innen" not in page, "it has answered"
    assert page.count("step--reached") == 3
    assert page.index('aria-current="step"') > page.index("Lest")


def test_another_classs_answer_is_not_told(client: FlaskClient) -> None:
    activity = make_activity()
    mine, other = make_class(activity), make_class(activity)
    code = draw(client, mine, point(), complete=True)["personal_code"]
    tell(mine, "Takk, dere.", mine)
    tell(mine, "Bare til de andre.", other)
    page = receipt(client, code)
    assert "Takk, dere." in page
    assert "Bare til de andre." not in page


def test_the_code_of_an_unsent_map_is_known_too(client: FlaskClient) -> None:
    class_session = make_class()
    room = enter(client, class_session)
    code = draw(client, class_session, point())["personal_code"]
    assert "Ikke sendt ennå" in receipt(client, code)
    client.post(f"{room}/close")
    page = receipt(client, code)
    assert "Tatt med av læreren din" in page
    assert page.count("step--reached") == 1
    assert client.post("/receipt", data={"code": code, "withdraw": "y"}).status_code == 200
    db.session.rollback()
    assert db.session.query(Response).count() == 0


def test_the_page_speaks_the_language_of_the_answer(client: FlaskClient) -> None:
    class_session = make_class()
    code = draw(client, class_session, point(), complete=True, language="nn")["personal_code"]
    page = client.post("/receipt", data={"code": code}, headers={"Accept-Language": "en"})
    assert '<html lang="nn"' in page.text


def test_a_wrong_code_is_told_and_an_empty_one(client: FlaskClient) -> None:
    make_class()
    for code in ("", "ABCD 2345"):
        assert client.post("/receipt", data={"code": code}).status_code == 422
    assert "/receipt" in client.get("/").text


def test_the_code_of_one_who_has_made_nothing_yet_is_known(client: FlaskClient) -> None:
    class_session = make_class(pupils=1)
    pupil = again(class_session).pupils[0]
    told = receipt(client, codes.personal_code(class_session.id, pupil.number))
    assert pupil.nickname in told
    assert "Du har ikke laget noe ennå." in told


@pytest.mark.parametrize("complete", [True, False])
def test_who_has_been_in_may_come_back_and_see_long_after(client: FlaskClient, complete: bool) -> None:
    class_session = make_class(pupils=2)
    pupil = draw(client, class_session, point(), complete=complete)
    unused = [found for found in again(class_session).pupils if found.joined_at is None]
    with writing(db) as session:
        ended = session.get_one(ClassSession, class_session.id)
        ended.status, ended.closed_at = "closed", now() - timedelta(days=100)
    assert join(client, class_session, pupil["personal_code"])["nickname"] == pupil["nickname"]
    assert put(client, new_uuid(), body(class_session, point(), pupil=pupil["token"])).status_code == 410
    never = codes.personal_code(class_session.id, unused[0].number)
    assert client.post(f"/api/classes/{class_session.code}/pupils", json={"personal_code": never}).status_code == 410
