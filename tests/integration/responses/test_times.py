"""A survey that opens and closes by the clock, and what those who come too early or too late read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import flask
import pytest
from flask.testing import FlaskClient

from participation.activities import queries
from participation.activities.models import Activity
from participation.clock import now
from participation.database import writing
from participation.extensions import db
from participation.responses.models import Response
from participation.retention import purging
from tests.factories.cast import Cast, make_cast
from tests.factories.surveys import make_survey, survey_body

HOUR = timedelta(hours=1)


@pytest.fixture
def cast(app: flask.Flask) -> Cast:
    return make_cast(app)


@pytest.fixture
def survey(cast: Cast) -> Activity:
    return make_survey()


def times(survey: Activity, opens_at: datetime | None, closes_at: datetime | None = None) -> None:
    with writing(db) as session:
        found = session.get_one(Activity, survey.id)
        found.opens_at, found.closes_at = opens_at, closes_at


def change(cast: Cast, survey: Activity, data: Mapping[str, str]) -> tuple[int, str]:
    answer = cast.planner.post(f"/projects/loddefjord/activities/{survey.id}/edit", data={"title": "Nabolaget", **data})
    return answer.status_code, answer.text


def put(client: FlaskClient, survey: Activity) -> int:
    content = json.dumps(survey_body(survey)).encode()
    return client.put(f"/api/responses/{uuid4()}", data=content, content_type="application/json").status_code


def purged_responses() -> int:
    return sum(one.count for one in purging.purge() if one.rows == "responses")


def test_before_it_opens_nobody_can_begin_and_is_told_when(cast: Cast, survey: Activity, client: FlaskClient) -> None:
    status, _page = change(cast, survey, {"opens_at": "2126-12-01T08:00"})
    assert status == 302
    early = client.get(f"/a/{survey.id}")
    assert (early.status_code, early.headers["Retry-After"]) == (503, "Sun, 01 Dec 2126 07:00:00 GMT")
    assert "1. desember 2126 kl. 08:00" in early.text
    assert put(client, survey) == 410
    assert "Nabolaget" not in client.get("/").text
    assert "Åpner av seg selv" in cast.planner.get("/projects/loddefjord/activities").text


def test_from_its_opening_to_its_closing_answers_are_taken_in(survey: Activity, client: FlaskClient) -> None:
    times(survey, now() - HOUR, now() + HOUR)
    assert "Du kan svare til" in client.get(f"/a/{survey.id}").text
    assert put(client, survey) == 201
    assert "Nabolaget" in client.get("/").text


def test_after_it_has_closed_it_says_thanks_and_where_the_results_are(
    cast: Cast, survey: Activity, client: FlaskClient
) -> None:
    words = {"farewell": "Takk!\n<b>Over 600</b> svarte.", "results_at": "https://www.bergen.kommune.no/olsvik"}
    assert change(cast, survey, {"closes_at": "2025-12-01T08:00", **words})[0] == 302
    late = client.get(f"/a/{survey.id}")
    assert late.status_code == 410
    assert "&lt;b&gt;Over 600&lt;/b&gt; svarte." in late.text
    assert 'href="https://www.bergen.kommune.no/olsvik"' in late.text
    assert put(client, survey) == 410
    assert db.session.query(Response).count() == 0
    assert "Nabolaget" not in client.get("/").text


def test_opened_again_it_forgets_the_closing_time_that_has_passed(
    cast: Cast, survey: Activity, client: FlaskClient
) -> None:
    times(survey, None, now() - HOUR)
    cast.planner.post(f"/projects/loddefjord/activities/{survey.id}/open")
    assert client.get(f"/a/{survey.id}").status_code == 200


def test_the_times_are_those_of_a_norwegian_clock(cast: Cast, survey: Activity) -> None:
    given = {"opens_at": "2126-06-01T08:00", "closes_at": "2126-12-24T23:59"}
    change(cast, survey, given)
    db.session.rollback()
    stored = db.session.get_one(Activity, survey.id)
    assert stored.opens_at == datetime(2126, 6, 1, 6, 0, tzinfo=UTC)
    assert stored.closes_at == datetime(2126, 12, 24, 22, 59, tzinfo=UTC)
    page = cast.planner.get(f"/projects/loddefjord/activities/{survey.id}/edit").text
    assert all(f'value="{value}"' in page for value in given.values())


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({"opens_at": "2126-12-02T08:00", "closes_at": "2126-12-01T08:00"}, "Den stenger før den åpner"),
        ({"results_at": "javascript://alert(1)"}, "https://"),
        ({"opens_at": "i morgen"}, 'id="opens_at-error"'),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    cast: Cast, survey: Activity, data: Mapping[str, str], told: str
) -> None:
    status, page = change(cast, survey, data)
    assert status == 422
    assert told in page


def test_drafts_are_kept_as_long_after_the_clock_closed_it_as_after_somebody_did(
    survey: Activity, client: FlaskClient
) -> None:
    assert put(client, survey) == 201
    times(survey, None, now() - timedelta(days=29))
    assert purged_responses() == 0
    times(survey, None, now() - timedelta(days=31))
    assert purged_responses() == 1


def test_open_to_all_follows_the_clock(survey: Activity) -> None:
    for opens_at, closes_at, listed in ((None, None, 1), (now() + HOUR, None, 0), (None, now() - HOUR, 0)):
        times(survey, opens_at, closes_at)
        assert len(queries.open_to_all(db.session())) == listed
        assert len(queries.projects_asking(db.session())) == listed
        db.session.rollback()
