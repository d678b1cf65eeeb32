"""Adding people and giving new passwords on the command line."""

from __future__ import annotations

from flask.testing import FlaskClient

from participation.accounts.models import Person
from participation.extensions import db
from tests.factories.people import make_person, sign_in
from tests.integration.commands.conftest import Run

NEW = "a password to remember"


def test_a_person_is_added_in_any_role(run: Run) -> None:
    answer = run("user", "add", "vel@example.no", "--role", "neighbourhood_group", "--password-stdin", typed=f"{NEW}\n")
    assert answer.exit_code == 0
    assert db.session.query(Person).one().role == "neighbourhood_group"


def test_a_forgotten_password_is_replaced_and_every_sign_in_over(run: Run, client: FlaskClient) -> None:
    make_person()
    sign_in(client)
    for _ in range(5):
        client.post("/login", data={"email": "planner@example.no", "password": "forgotten"})
    assert run("user", "password", "Planner@example.no", "--password-stdin", typed=f"{NEW}\n").exit_code == 0
    assert client.get("/account").status_code == 302
    assert client.post("/login", data={"email": "planner@example.no", "password": NEW}).status_code == 302


def test_a_new_password_for_nobody_or_too_short_is_refused(run: Run) -> None:
    unknown = run("user", "password", "nobody@example.no", "--password-stdin", typed=f"{NEW}\n")
    assert unknown.exit_code == 1 and "nobody@example.no" in unknown.stderr
    make_person()
    short = run("user", "password", "planner@example.no", "--password-stdin", typed="short\n")
    assert short.exit_code == 1 and "12" in short.stderr
