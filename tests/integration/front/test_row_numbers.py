"""Numbers that no row can have, larger than the store can look for: there is no such page, and no fault of ours."""

from __future__ import annotations

import flask
import pytest
from flask.testing import FlaskClient

from tests.factories.classes import make_activity, make_class
from tests.factories.people import make_person, sign_in
from tests.integration.classroom.room import enter

PROJECT = "/projects/loddefjord"
TOO_LARGE = pytest.mark.parametrize("number", [2**31, 2**63, 10**30])


@pytest.fixture
def planner(app: flask.Flask, client: FlaskClient) -> FlaskClient:
    make_activity()
    make_person()
    sign_in(client)
    return client


@TOO_LARGE
@pytest.mark.parametrize(
    "path",
    ["activities/{}/downloads", "activities/1/downloads/files/{}", "activities/1/downloads/files/{}/file", "zones/{}"],
)
def test_there_is_no_such_page(planner: FlaskClient, path: str, number: int) -> None:
    assert planner.get(f"{PROJECT}/{path.format(number)}").status_code == 404


@TOO_LARGE
@pytest.mark.parametrize("path", ["activities/1/downloads/files/{}/give-up", "tokens/{}/revoke"])
def test_nor_anything_to_change(planner: FlaskClient, path: str, number: int) -> None:
    assert planner.post(f"{PROJECT}/{path.format(number)}").status_code == 404


@TOO_LARGE
@pytest.mark.parametrize("path", ["activities/1/marks.json?after={}", "moderation?done={}", "moderation?done=-{}"])
def test_nor_anything_to_find(planner: FlaskClient, path: str, number: int) -> None:
    assert planner.get(f"{PROJECT}/{path.format(number)}").status_code == 200


@TOO_LARGE
def test_nor_a_pupil(app: flask.Flask, client: FlaskClient, number: int) -> None:
    enter(client, make_class())
    assert client.get(f"/classroom/1/marks?pupil={number}").status_code == 404
