"""Whoever presses a button after the sign-in has ended: told that nothing was done, and led back to its page."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import flask
import pytest
from flask.testing import FlaskClient

from tests.factories.classes import make_activity
from tests.factories.people import PASSWORD, make_person

PROJECT = "/projects/loddefjord"


@pytest.fixture
def stranger(app: flask.Flask, client: FlaskClient) -> FlaskClient:
    make_activity()
    make_person()
    return client


@pytest.mark.parametrize(
    ("pressed", "page"),
    [
        ("/tokens/1/revoke", "/tokens"),
        ("/tokens", "/tokens"),
        ("/activities/1/downloads/marks.csv?category=good", "/activities/1/downloads"),
        ("/activities/1/downloads/files/7/give-up", "/activities/1/downloads/files/7"),
        ("/archive", ""),
    ],
)
def test_the_page_of_the_button_comes_after_the_sign_in(stranger: FlaskClient, pressed: str, page: str) -> None:
    answer = stranger.post(PROJECT + pressed)
    assert answer.status_code == 302
    assert parse_qs(urlsplit(answer.location).query)["next"] == [PROJECT + page]
    assert "ingenting ble gjort" in stranger.get(answer.location).text
    answer = stranger.post(answer.location, data={"email": "planner@example.no", "password": PASSWORD})
    assert answer.location == PROJECT + page


def test_a_page_that_is_asked_for_comes_as_it_was_asked_for(stranger: FlaskClient) -> None:
    answer = stranger.get(f"{PROJECT}/activities/1/downloads/marks.csv?category=good")
    assert parse_qs(urlsplit(answer.location).query)["next"] == [
        f"{PROJECT}/activities/1/downloads/marks.csv?category=good"
    ]
    assert "ingenting ble gjort" not in stranger.get(answer.location).text


def test_a_script_is_led_to_the_sign_in_as_before(stranger: FlaskClient) -> None:
    answer = stranger.post(f"{PROJECT}/activities/1/marks/hide", json={"ids": [1]})
    assert answer.status_code == 302 and "/login" in answer.location
    assert "ingenting ble gjort" not in stranger.get(answer.location).text
