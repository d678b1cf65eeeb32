"""Signing in."""

from __future__ import annotations

from flask.testing import FlaskClient

from participation.accounts.services import hash_password
from tests.factories.people import PASSWORD, make_person, sign_in


def test_a_planner_signs_in_and_out(client: FlaskClient) -> None:
    make_person(password_hash=hash_password(PASSWORD))
    sign_in(client)
    assert client.get("/projects").status_code == 200
    client.post("/logout")
    assert client.get("/projects").status_code == 302


def test_five_wrong_passwords_lock_the_account(client: FlaskClient) -> None:
    make_person()
    for _ in range(5):
        assert client.post("/login", data={"email": "planner@example.no", "password": "wrong"}).status_code == 422
    assert client.post("/login", data={"email": "planner@example.no", "password": PASSWORD}).status_code == 422


def test_a_stranger_is_sent_to_sign_in(client: FlaskClient) -> None:
    answer = client.get("/projects")
    assert answer.status_code == 302
    assert answer.location.startswith("/login?next=")


def test_signing_in_never_leads_to_another_site(client: FlaskClient) -> None:
    make_person()
    answer = client.post("/login?next=//evil.example/", data={"email": "planner@example.no", "password": PASSWORD})
    assert answer.location == "/projects"
