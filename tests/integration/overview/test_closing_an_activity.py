"""Closing an activity ends its classes as their teachers would have; opening it again begins none of them."""

from __future__ import annotations

import flask
import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from participation.activities.models import Activity
from participation.class_sessions.models import ClassSession
from participation.database import writing
from participation.extensions import db
from participation.responses.models import Response
from tests.factories.cast import Cast, make_cast
from tests.factories.classes import body, make_activity, make_class, new_uuid, point
from tests.factories.surveys import make_survey
from tests.integration.classroom.room import again, draw, enter
from tests.integration.responses.test_hand_in import put

BASE = "/projects/loddefjord/activities"


@pytest.fixture
def cast(app: flask.Flask) -> Cast:
    return make_cast(app)


def stored() -> list[tuple[bool, bool, bool]]:
    """Of every response: complete, taken in, late."""
    db.session.rollback()
    found = db.session.scalars(select(Response).order_by(Response.id)).all()
    return [(row.complete, row.collected_at is not None, row.late) for row in found]


def close(cast: Cast, activity: Activity) -> str:
    return cast.planner.post(f"{BASE}/{activity.id}/close", follow_redirects=True).text


def test_every_class_at_work_ends_and_unsent_maps_are_taken_in(cast: Cast) -> None:
    activity = make_activity()
    working, paused, planned = make_class(activity), make_class(activity), make_class(activity, opened=False)
    with writing(db) as session:
        session.get_one(ClassSession, paused.id).status = "paused"
    for class_session in (working, paused):
        draw(cast.stranger, class_session, point())
    page = close(cast, activity)
    assert "2 klasser er avsluttet. 2 kart som ikke var sendt, er tatt med som ufullstendige." in page
    assert stored() == [(False, True, False)] * 2
    assert [again(one).status for one in (working, paused, planned)] == ["closed", "closed", "planned"]
    assert again(planned).closed_at is None
    assert again(working).closed_at is not None
    assert again(working).teacher_expires_at is not None


def test_a_class_that_ended_before_keeps_its_time(cast: Cast) -> None:
    activity = make_activity()
    ended = make_class(activity)
    cast.planner.post(f"{BASE}/{activity.id}/classes/{ended.id}/close")
    before = again(ended).closed_at
    assert "klasse er avsluttet" not in close(cast, activity)
    assert again(ended).closed_at == before


def test_an_unfinished_correction_is_not_taken_in_beside_what_was_sent(cast: Cast) -> None:
    activity = make_activity()
    found = make_class(activity)
    pupil = draw(cast.stranger, found, point(), complete=True)
    put(cast.stranger, new_uuid(), body(found, point(), pupil=pupil["token"]))
    close(cast, activity)
    assert stored() == [(True, False, False), (False, False, False)]


def test_one_who_had_joined_hands_in_late_and_a_stranger_does_not(cast: Cast) -> None:
    activity = make_activity()
    found = make_class(activity)
    pupil, uuid = draw(cast.stranger, found), new_uuid()
    close(cast, activity)
    late = put(cast.stranger, uuid, body(found, point(), pupil=pupil["token"], complete=True))
    assert late.status_code == 201
    assert stored()[-1] == (True, False, True)
    assert put(cast.stranger, new_uuid(), body(found, point(), complete=True)).status_code == 410
    assert cast.stranger.post(f"/api/classes/{found.code}/pupils", json={}).status_code == 410


def test_opened_again_its_classes_stay_ended_until_each_is_opened(cast: Cast, client: FlaskClient) -> None:
    activity = make_activity()
    found = make_class(activity)
    draw(cast.stranger, found, point())
    room = enter(client, found)
    close(cast, activity)
    assert "er klassene fortsatt avsluttet" in cast.planner.get(f"{BASE}/{activity.id}/edit").text
    client.post(f"{room}/open")
    assert again(found).status == "closed"
    page = cast.planner.post(f"{BASE}/{activity.id}/open", follow_redirects=True).text
    assert "Klassene er som før til hver av dem åpnes." in page
    assert again(found).status == "closed"
    assert cast.stranger.post(f"/api/classes/{found.code}/pupils", json={}).status_code == 410
    assert stored() == [(False, True, False)]
    cast.planner.post(f"{BASE}/{activity.id}/classes/{found.id}/open")
    assert (again(found).status, again(found).closed_at) == ("open", None)
    assert cast.stranger.post(f"/api/classes/{found.code}/pupils", json={}).status_code == 201


def test_a_survey_has_no_classes_to_end(cast: Cast) -> None:
    page = close(cast, make_survey())
    assert "Aktiviteten er avsluttet. Ingen flere svar kommer inn." in page
