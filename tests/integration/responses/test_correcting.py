"""Correcting what was handed in: the old stands until the new is complete, then the new stands alone."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from typing import Any

import pytest
from flask.testing import FlaskClient

from participation.class_sessions.models import ClassSession
from participation.classroom import queries as classroom
from participation.classroom import services as rooms
from participation.classroom.drawn import drawn_by
from participation.clock import now
from participation.database import writing
from participation.extensions import db
from participation.overview.queries import class_rows
from participation.responses import queries, services
from participation.responses.correcting import corrected
from participation.responses.models import Mark, Response
from participation.responses.placing import Place
from participation.responses.ways import Way
from tests.factories.classes import body, make_class, new_uuid, point, road
from tests.integration.responses.test_hand_in import join, put


class Child:
    """A pupil of the class on any number of devices; without a token, one who has no nickname."""

    def __init__(self, client: FlaskClient, class_session: ClassSession, nickname: bool = True) -> None:
        self.client, self.class_session = client, class_session
        joined = join(client, class_session) if nickname else {}
        self.code = str(joined.get("personal_code", ""))
        self.fields = {"pupil": joined["token"]} if nickname else {}

    def put(self, uuid: str, *marks: dict[str, Any], **fields: Any) -> dict[str, Any]:
        answer = put(self.client, uuid, body(self.class_session, *marks, **self.fields, **fields))
        assert answer.status_code == 201, answer.json
        return dict(answer.json)

    def resumed(self) -> dict[str, Any]:
        found: dict[str, Any] = join(self.client, self.class_session, self.code)["response"]
        return found


@pytest.fixture
def child(client: FlaskClient) -> Child:
    return Child(client, make_class())


def counting() -> Sequence[str]:
    """The UUIDs of the responses that count."""
    db.session.rollback()
    return [row.uuid for row in db.session.query(Response).filter(*queries.counting()).order_by(Response.id)]


def test_the_old_stands_until_the_correction_is_complete(child: Child) -> None:
    old, new = new_uuid(), new_uuid()
    receipt = child.put(old, point(), complete=True)["receipt"]
    child.put(new, point(5.24), replaces=receipt)
    assert counting() == [old]
    child.put(new, point(5.25), revision=2, complete=True, replaces=receipt)
    assert counting() == [new]


@pytest.mark.parametrize("nickname", [True, False])
def test_corrections_of_corrections_leave_one_standing(client: FlaskClient, nickname: bool) -> None:
    child = Child(client, make_class(), nickname)
    first = child.put(new_uuid(), point(), complete=True)["receipt"]
    uuids = [new_uuid() for _ in range(3)]
    for uuid in uuids:
        # The first receipt goes on naming the one who answered, however often it was corrected.
        child.put(uuid, point(), complete=True, replaces=first)
    assert counting() == [uuids[-1]]


def test_two_devices_that_both_correct_leave_one_standing(child: Child) -> None:
    here, there = new_uuid(), new_uuid()
    receipt = child.put(new_uuid(), point(), complete=True)["receipt"]
    child.put(here, point(), replaces=receipt)
    child.put(there, point(), complete=True, replaces=receipt)
    child.put(here, point(), revision=2, complete=True, replaces=receipt)
    assert counting() == [here]
    last = new_uuid()
    child.put(last, point(), complete=True, replaces=receipt)
    assert counting() == [last]


def test_resuming_tells_what_is_corrected(child: Child) -> None:
    old, new = new_uuid(), new_uuid()
    child.put(old, point(), complete=True)
    assert (child.resumed()["uuid"], child.resumed()["corrects"]) == (old, None)
    child.put(new, point(), replaces=child.code)
    resumed = child.resumed()
    assert (resumed["uuid"], resumed["corrects"], resumed["complete"]) == (new, old, False)
    child.put(new, point(), revision=2, complete=True, replaces=child.code)
    assert (child.resumed()["corrects"], child.resumed()["complete"]) == (old, True)


def test_news_are_of_what_was_handed_in(child: Child) -> None:
    child.put(new_uuid(), point(), complete=True)
    with writing(db) as session:
        services.mark_as_read(session, session.get_one(ClassSession, child.class_session.id).activity)
    child.put(new_uuid(), point(), replaces=child.code)
    told = child.client.get("/api/pupils/me", headers={"Authorization": f"Bearer {child.fields['pupil']}"}).json
    assert told["response"] == {"revision": 1, "complete": True, "status": "read"}


def test_the_own_code_of_a_pupil_whose_work_never_came_is_taken(child: Child) -> None:
    draft = new_uuid()
    child.put(draft, point())
    child.put(new_uuid(), point(), complete=True, replaces=child.code)
    other = Child(child.client, child.class_session)
    answer = put(child.client, new_uuid(), body(child.class_session, replaces=child.code))
    assert answer.status_code == 201  # without a nickname, with the receipt of what was handed in
    answer = put(child.client, new_uuid(), body(child.class_session, replaces=other.code))
    assert [error["field"] for error in answer.json["errors"]] == ["replaces"]


@pytest.mark.parametrize("nickname", [True, False])
def test_ending_the_class_collects_no_correction_of_what_was_sent(client: FlaskClient, nickname: bool) -> None:
    child = Child(client, make_class(), nickname)
    sent, draft = new_uuid(), new_uuid()
    receipt = child.put(sent, point(), complete=True)["receipt"]
    child.put(new_uuid(), point(), point(5.24), replaces=receipt)
    Child(client, child.class_session, nickname).put(draft, point())
    with writing(db) as session:
        assert rooms.end(session, session.get_one(ClassSession, child.class_session.id)) == 1
    assert counting() == [sent, draft]


def test_a_forgotten_draft_of_one_who_has_sent_is_not_collected(child: Child) -> None:
    child.put(new_uuid(), point())
    sent = new_uuid()
    child.put(sent, point(), complete=True)
    with writing(db) as session:
        assert services.collect_drafts(session, session.get_one(ClassSession, child.class_session.id)) == 0
    assert counting() == [sent]


def test_a_correction_after_the_class_has_ended(child: Child) -> None:
    child.put(new_uuid(), point(), complete=True)
    new = new_uuid()
    child.put(new, point(), replaces=child.code)
    with writing(db) as session:
        rooms.end(session, session.get_one(ClassSession, child.class_session.id))
    child.put(new, point(), revision=2, complete=True, replaces=child.code)
    assert counting() == [new]


@pytest.mark.parametrize("nickname", [True, False])
def test_class_and_planner_see_each_child_once(client: FlaskClient, nickname: bool) -> None:
    child = Child(client, make_class(), nickname)
    receipt = child.put(new_uuid(), point(), complete=True)["receipt"]
    new = new_uuid()
    for revision, complete in ((1, False), (2, True)):
        child.put(new, point(), revision=revision, complete=complete, replaces=receipt)
        session, class_session = db.session(), db.session.get_one(ClassSession, child.class_session.id)
        room = classroom.room(session, class_session)
        assert [tile.state for tile in room.tiles] == (["sent"] if nickname else [])
        assert room.without_nickname == (0 if nickname else 1)
        assert len(classroom.marks(session, class_session)) == 1
        assert len(drawn_by(session, class_session)) == (1 if nickname else 0)
        (row,) = class_rows(session, class_session.activity)
        assert (row.drawing, row.sent) == (0, 1)
        session.rollback()


def test_what_was_hidden_stays_hidden_and_what_was_read_is_not_read_again(child: Child) -> None:
    child.put(new_uuid(), point(5.23), point(5.24), point(5.25, comment="Emma 41234567"), road(), complete=True)
    with writing(db) as session:
        hidden, _fine, read, _road = session.query(Mark).order_by(Mark.id)
        hidden.hidden_at, hidden.hidden_by, read.reviewed_at = now(), "teacher", now()
    new = new_uuid()
    marks = (point(5.23), point(5.24), point(5.25, comment="Emma 41234567"))
    child.put(new, *marks, replaces=child.code)
    child.put(new, *marks, point(5.26), revision=2, complete=True, replaces=child.code)
    db.session.rollback()
    found = db.session.query(Response).filter_by(uuid=new).one().marks
    assert [mark.hidden_by for mark in found] == ["teacher", "", "", ""]
    assert [mark.reviewed_at is not None for mark in found] == [False, False, True, False]


def test_other_words_about_the_same_place_are_looked_at_anew(child: Child) -> None:
    child.put(new_uuid(), point(comment="Emma 41234567"), complete=True)
    with writing(db) as session:
        session.query(Mark).one().reviewed_at = now()
    child.put(new_uuid(), point(comment="Emma 98765432"), complete=True, replaces=child.code)
    assert db.session.query(Mark).order_by(Mark.id.desc()).first().reviewed_at is None


def test_a_hidden_response_is_not_brought_back_by_correcting_it(child: Child) -> None:
    child.put(new_uuid(), point(), complete=True)
    with writing(db) as session:
        session.query(Response).one().hidden_at = now()
    child.put(new_uuid(), point(), complete=True, replaces=child.code)
    assert counting() == []


@pytest.mark.parametrize("store", [pytest.param("postgresql", marks=pytest.mark.postgresql)], indirect=True)
def test_of_two_corrections_at_once_one_waits_for_the_other(child: Child) -> None:
    receipt = child.put(new_uuid(), point(), complete=True)["receipt"]
    late, app = new_uuid(), child.client.application
    content = body(child.class_session, complete=True, replaces=receipt, **child.fields)

    def hand_in_late() -> int:
        with app.app_context():
            return put(app.test_client(), late, content).status_code

    place = Place(
        child.class_session.activity_id, "class_mapping", None, None, None, None, late=False, way=Way("class")
    )
    with ThreadPoolExecutor(1) as other, writing(db) as session:
        (old,) = corrected(session.connection(), receipt, place, alone=True)
        waiting = other.submit(hand_in_late)
        wait([waiting], timeout=0.5)
        assert not waiting.done()
        first = session.get_one(Response, old)
        columns = {column.name: getattr(first, column.name) for column in Response.__table__.columns}
        second = Response(**columns | {"id": None, "uuid": new_uuid(), "corrects_id": old})
        session.add(second)
        session.flush()
        first.replaced_by_id = second.id
        session.commit()
        assert waiting.result() == 201
    assert counting() == [late]
