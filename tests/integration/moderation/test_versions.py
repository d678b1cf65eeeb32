"""Unused versions of an answer: looked at beside the one that counts, let count instead, and changed back."""

from __future__ import annotations

import json
from typing import Any

import flask
import pytest

from participation.class_sessions.models import ClassSession
from participation.database import writing
from participation.extensions import db
from participation.responses.models import KeptBody, Mark, Response
from tests.factories.cast import Cast, make_cast
from tests.factories.classes import body, make_activity, make_class, make_project, new_uuid, point, road
from tests.integration.responses.test_hand_in import put

SCRIPT = "<script>alert(1)</script>"
SAME = point(5.231, comment="likt i begge")
FIRST = (SAME, point(5.232, comment="bare i den første"), point(5.233, comment="gamle ord"))
SECOND = (SAME, road(home_cut=None, mode="walk"), point(5.233, comment=f"nye ord {SCRIPT}"))


@pytest.fixture
def cast(app: flask.Flask) -> Cast:
    return make_cast(app)


@pytest.fixture
def uuid(cast: Cast, found: ClassSession) -> str:
    """Of an answer that was handed in twice, differently."""
    uuid = new_uuid()
    assert put(cast.stranger, uuid, body(found, *FIRST, complete=True, answers={"like_area": 1})).status_code == 201
    assert put(cast.stranger, uuid, body(found, *SECOND, complete=True, answers={"like_area": 5})).status_code == 409
    return uuid


@pytest.fixture
def found(cast: Cast) -> ClassSession:
    return make_class()


def address(found: ClassSession, rest: str = "") -> str:
    return f"/projects/loddefjord/activities/{found.activity_id}/versions{rest}"


def use(client: Any, found: ClassSession, version: int = 1) -> Any:
    return client.post(address(found, f"/{version}/use"), follow_redirects=True)


def comments() -> list[str]:
    db.session.rollback()
    rows = [json.loads(mark.answers) for mark in db.session.query(Mark).order_by(Mark.west)]
    return [row.get("comment", row.get("mode", "")) for row in rows]


def test_the_page_tells_what_is_different_and_no_secret(cast: Cast, found: ClassSession, uuid: str) -> None:
    page = cast.planner.get(address(found)).text
    for part in (
        "bare i den første",
        "Bare i denne versjonen",
        "gamle ord",
        "nye ord &lt;script&gt;",
        "Én markering er lik",
    ):
        assert part in page
    assert "likt i begge" not in page
    assert uuid not in page


def test_a_version_counts_instead_and_is_changed_back(cast: Cast, found: ClassSession, uuid: str) -> None:
    before = db.session.query(Response).one()
    digest, kept_lines = before.body_sha256, db.session.query(KeptBody).one().body
    page = use(cast.planner, found).text
    assert "Versjonen teller nå" in page
    assert comments() == ["walk", "likt i begge", f"nye ord {SCRIPT}"]
    response = db.session.query(Response).one()
    assert json.loads(response.answers) == {"like_area": 5}
    assert (response.revision, response.body_sha256, response.complete) == (1, digest, True)
    line = next(mark for mark in json.loads(kept_lines)["marks"] if mark["geometry"]["type"] == "LineString")
    stored = db.session.query(Mark).filter(Mark.category == "school_road").one()
    assert json.loads(stored.geometry)["coordinates"][-1] == line["geometry"]["coordinates"][-1]
    assert len(json.loads(stored.geometry)["coordinates"]) == len(line["geometry"]["coordinates"])
    use(cast.planner, found)
    assert comments() == ["likt i begge", "bare i den første", "gamle ord"]
    assert db.session.query(KeptBody).count() == 1


def test_a_device_that_sends_the_first_version_again_has_arrived(cast: Cast, found: ClassSession, uuid: str) -> None:
    use(cast.planner, found)
    again = put(cast.stranger, uuid, body(found, *FIRST, complete=True, answers={"like_area": 1}))
    assert (again.status_code, again.json["revision"]) == (200, 1)


def test_what_is_hidden_stays_hidden_through_it(cast: Cast, found: ClassSession, uuid: str) -> None:
    with writing(db) as session:
        ids = [mark.id for mark in session.query(Mark).order_by(Mark.west)][:2]
    cast.planner.post(f"/projects/loddefjord/activities/{found.activity_id}/marks/hide", json={"ids": ids})
    use(cast.planner, found)
    use(cast.planner, found)
    hidden = [bool(mark.hidden_at) for mark in db.session.query(Mark).order_by(Mark.west)]
    assert hidden == [True, True, False]


def test_a_version_that_breaks_the_questionnaire_is_shown_and_not_used(cast: Cast, found: ClassSession) -> None:
    uuid = new_uuid()
    put(cast.stranger, uuid, body(found, *FIRST, complete=True))
    put(cast.stranger, uuid, body(found, point(category="nonsense", comment=SCRIPT), complete=True))
    put(cast.stranger, uuid, body(found, {"type": "x"}, 7, complete=True, questionnaire_version=True))
    page = cast.planner.get(address(found)).text
    assert "Kan ikke brukes." in page
    assert "er ikke en kategori" in page
    assert "skjema som aldri er publisert" in page
    assert "/1/use" not in page
    assert "Versjonen kan ikke brukes" in use(cast.planner, found).text
    assert len(comments()) == 3


def test_a_draft_or_a_corrected_answer_takes_no_other_version(cast: Cast, found: ClassSession) -> None:
    uuid = new_uuid()
    put(cast.stranger, uuid, body(found, *FIRST))
    put(cast.stranger, uuid, body(found, *SECOND))
    assert "tegnes fortsatt" in cast.planner.get(address(found)).text
    assert "tegnes fortsatt" in use(cast.planner, found).text
    receipt = put(cast.stranger, uuid, body(found, *FIRST, complete=True, revision=2)).json["receipt"]
    put(cast.stranger, new_uuid(), body(found, SAME, complete=True, replaces=receipt))
    assert "er rettet siden" in cast.planner.get(address(found)).text
    assert "rettet siden" in use(cast.planner, found).text


def test_who_may_use_and_who_may_delete(cast: Cast, app: flask.Flask, found: ClassSession, uuid: str) -> None:
    from tests.factories.people import make_person, sign_in

    make_person("coordinator@example.no", "coordinator")
    coordinator = app.test_client()
    sign_in(coordinator, "coordinator@example.no")
    assert cast.analyst.post(address(found, "/1/use")).status_code == 403
    assert cast.stranger.post(address(found, "/1/use")).status_code == 302
    assert coordinator.post(address(found, "/1/discard")).status_code == 403
    assert "Slett for godt" not in coordinator.get(address(found)).text
    assert "Versjonen teller nå" in use(coordinator, found).text
    cast.planner.post(address(found, "/1/discard"))
    assert "Det er ingen ubrukte versjoner" in cast.planner.get(address(found)).text
    assert "Versjonen er borte" in use(cast.planner, found).text


def test_another_activitys_version_is_out_of_reach(cast: Cast, found: ClassSession, uuid: str) -> None:
    other = make_activity(make_project("olsvik"))
    told = cast.planner.post(f"/projects/olsvik/activities/{other.id}/versions/1/use", follow_redirects=True)
    assert "Versjonen er borte" in told.text
    assert comments() == ["likt i begge", "bare i den første", "gamle ord"]
