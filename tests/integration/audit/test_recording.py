"""What views leave in the log: with the change or not at all, without content, readings once in ten minutes."""

from __future__ import annotations

from datetime import timedelta

import flask
import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from participation.audit.acts import Act
from participation.audit.models import AuditEntry
from participation.class_sessions import codes
from participation.class_sessions.models import ClassSession
from participation.extensions import db
from participation.responses.models import Mark
from tests.factories.cast import Cast, make_cast
from tests.factories.classes import body, make_class, new_uuid, point
from tests.integration.responses.test_hand_in import put


@pytest.fixture
def cast(app: flask.Flask) -> Cast:
    return make_cast(app)


@pytest.fixture
def mapped(cast: Cast) -> ClassSession:
    found = make_class()
    marks = [point(5.23, 60.36, "unsafe", comment="mørkt her"), point(5.24, 60.36, "good")]
    assert put(cast.stranger, new_uuid(), body(found, *marks, complete=True)).status_code == 201
    return found


def entries() -> list[tuple[str, str, str, int | None]]:
    """Who, what, filter, count."""
    found = db.session.scalars(select(AuditEntry).order_by(AuditEntry.id)).all()
    return [(one.actor, one.act, one.asked, one.count) for one in found]


def base(found: ClassSession) -> str:
    return f"/projects/loddefjord/activities/{found.activity_id}"


def test_nothing_that_participants_do_is_logged(mapped: ClassSession) -> None:
    assert entries() == []


def test_reading_marks_is_logged_by_person_and_filter_once_in_ten_minutes(cast: Cast, mapped: ClassSession) -> None:
    address = f"{base(mapped)}/marks.json"
    for query in ("", "?after=1", "?category=unsafe", "?category=unsafe", "?text=Kari+Nordmann"):
        assert cast.planner.get(address + query).status_code == 200
    assert cast.analyst.get(address).status_code == 200
    read = Act.MARKS_READ.value
    assert entries() == [
        ("planner@example.no", read, "", None),
        ("planner@example.no", read, "category=unsafe", None),
        ("planner@example.no", read, "text=%2A", None),
        ("analyst@example.no", read, "", None),
    ]
    entry = db.session.get_one(AuditEntry, 1)
    assert (entry.project_id, entry.activity_id) == (mapped.activity.project_id, mapped.activity_id)


def test_a_reading_ten_minutes_later_is_logged_again(
    cast: Cast, mapped: ClassSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast.planner.get(f"{base(mapped)}/marks.json")
    monkeypatch.setattr("participation.audit.recording.BETWEEN_READINGS", timedelta(seconds=-5))
    cast.planner.get(f"{base(mapped)}/marks.json")
    assert len(entries()) == 2


def test_every_download_is_logged(cast: Cast, mapped: ClassSession) -> None:
    for _time in range(2):
        assert cast.analyst.get(f"{base(mapped)}/downloads/marks.geojson?category=unsafe").status_code == 200
    told = "table=marks&format=geojson&category=unsafe"
    assert entries() == [("analyst@example.no", Act.EXPORTED.value, told, None)] * 2


def test_what_was_refused_is_not_logged(cast: Cast, mapped: ClassSession) -> None:
    assert cast.stranger.get(f"{base(mapped)}/marks.json").status_code == 302
    assert cast.analyst.post(f"{base(mapped)}/marks/hide", json={"ids": [1]}).status_code == 403
    assert cast.planner.post(f"{base(mapped)}/marks/hide", json={"ids": "all"}).status_code == 422
    assert cast.planner.get(f"{base(mapped)}/downloads/marks.none").status_code == 404
    assert entries() == []


def test_a_change_is_logged_with_how_many_and_one_of_nothing_is_not(cast: Cast, mapped: ClassSession) -> None:
    ids = list(db.session.scalars(select(Mark.id)))
    for _time in range(2):
        assert cast.planner.post(f"{base(mapped)}/marks/hide", json={"ids": ids}).status_code == 200
    assert entries() == [("planner@example.no", Act.MARKS_HIDDEN.value, "", 2)]


def test_a_teacher_is_known_by_the_class(app: flask.Flask, cast: Cast, mapped: ClassSession) -> None:
    teacher: FlaskClient = app.test_client()
    teacher.get(f"/t/{codes.teacher_token(mapped)}")
    room = f"/classroom/{mapped.id}"
    for _time in range(3):
        assert teacher.get(f"{room}/marks").status_code == 200
    mark = db.session.scalars(select(Mark.id).order_by(Mark.id)).first()
    assert teacher.post(f"{room}/marks/{mark}/hide").status_code == 302
    assert teacher.post(f"{room}/pause").status_code == 302
    assert entries() == [
        (f"teacher:{mapped.id}", Act.CLASS_MARKS_READ.value, "", None),
        (f"teacher:{mapped.id}", Act.MARKS_HIDDEN.value, "", 1),
        (f"teacher:{mapped.id}", Act.CLASS_CHANGED.value, "", None),
    ]
    assert {one.project_id for one in db.session.scalars(select(AuditEntry))} == {mapped.activity.project_id}


def test_making_a_project_and_an_activity_tells_which(cast: Cast) -> None:
    assert cast.planner.post("/projects/new", data={"name": "Arna"}).status_code == 302
    assert cast.planner.post("/projects/arna/activities/new", data={"title": "Kart", "template": "barnetrakk_3_7"})
    found = db.session.scalars(select(AuditEntry).order_by(AuditEntry.id)).all()
    assert [one.act for one in found] == [Act.PROJECT_MADE.value, Act.ACTIVITY_MADE.value]
    assert all(one.project_id for one in found)
    assert found[1].activity_id
    assert cast.planner.post("/projects/new", data={"name": "Arna", "slug": "arna"}).status_code == 422
    assert len(entries()) == 2


def test_changing_the_password_is_one_entry(cast: Cast) -> None:
    old, new = "a long and good password", "another long password"
    form = {"current": old, "new": new, "again": new}
    assert cast.planner.post("/account/password", data=form).status_code == 302
    assert cast.planner.post("/account/sign-out-everywhere").status_code == 302
    assert [entry[1] for entry in entries()] == [Act.PASSWORD_CHANGED.value, Act.SIGNED_OUT.value]
