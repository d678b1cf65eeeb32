"""Signing in."""

from __future__ import annotations

from argon2 import Type
from flask.testing import FlaskClient

from tests.factories.people import PASSWORD, make_person, sign_in
from tests.quick_apps import WORK_OF_THE_PRODUCT


def test_a_hash_takes_much_memory_and_some_time() -> None:
    """The tests' own takes little: tests/quick_apps.py."""
    work = WORK_OF_THE_PRODUCT
    assert work.type is Type.ID
    assert work.memory_cost >= 64 * 1024 and work.time_cost >= 3
    assert work.verify(work.hash(PASSWORD), PASSWORD)


def test_a_planner_signs_in_and_out(client: FlaskClient) -> None:
    make_person(password_hash=WORK_OF_THE_PRODUCT.hash(PASSWORD))
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
