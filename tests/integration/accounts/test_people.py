"""An administrator sees to who signs in, and with which role in every project."""

from __future__ import annotations

import flask
import pytest
from flask.testing import FlaskClient

from participation.accounts.models import Person
from participation.database import writing
from participation.extensions import db
from tests.factories.classes import make_project
from tests.factories.people import PASSWORD, make_person, sign_in


@pytest.fixture
def administrator(client: FlaskClient) -> FlaskClient:
    make_person("administrator@example.no", "administrator")
    sign_in(client, "administrator@example.no")
    return client


@pytest.fixture
def planner(app: flask.Flask) -> FlaskClient:
    make_project()
    make_person()
    browser = app.test_client()
    sign_in(browser)
    return browser


def identity(email: str) -> int:
    return db.session.query(Person).filter_by(email=email).one().id


def test_everybody_stands_in_the_list(administrator: FlaskClient, planner: FlaskClient) -> None:
    page = administrator.get("/people").get_data(as_text=True)
    assert "planner@example.no" in page and "administrator@example.no" in page
    assert 'href="/people"' in page
    assert 'href="/people"' not in planner.get("/projects").get_data(as_text=True)


def test_who_has_left_is_out_at_once_and_may_be_let_in_again(administrator: FlaskClient, planner: FlaskClient) -> None:
    person = identity("planner@example.no")
    assert planner.get("/projects/loddefjord").status_code == 200
    administrator.post(f"/people/{person}/disable")
    assert planner.get("/projects/loddefjord").status_code == 302
    assert planner.post("/login", data={"email": "planner@example.no", "password": PASSWORD}).status_code == 422
    administrator.post(f"/people/{person}/enable")
    assert planner.get("/projects/loddefjord").status_code == 302
    sign_in(planner)
    assert planner.get("/projects/loddefjord").status_code == 200


def test_another_role_counts_at_once(administrator: FlaskClient, planner: FlaskClient) -> None:
    person = identity("planner@example.no")
    administrator.post(f"/people/{person}/role", data={"role": "analyst"})
    assert planner.get("/projects/loddefjord/settings").status_code == 403
    administrator.post(f"/people/{person}/role", data={"role": ""})
    assert planner.get("/projects/loddefjord").status_code == 404


def test_an_unknown_role_is_refused(administrator: FlaskClient, planner: FlaskClient) -> None:
    answer = administrator.post(f"/people/{identity('planner@example.no')}/role", data={"role": "king"})
    assert "Velg en rolle." in administrator.get(answer.location).get_data(as_text=True)
    assert db.session.query(Person).filter_by(email="planner@example.no").one().role == "planner"


@pytest.mark.parametrize("change", ["disable", "role"])
def test_the_last_administrator_stays(administrator: FlaskClient, change: str) -> None:
    person = identity("administrator@example.no")
    answer = administrator.post(f"/people/{person}/{change}", data={"role": "planner"})
    page = administrator.get(answer.location).get_data(as_text=True)
    assert "Noen må være administrator." in page
    stored = db.session.query(Person).one()
    assert (stored.role, stored.is_active) == ("administrator", True)


def test_one_of_two_administrators_may_go(administrator: FlaskClient) -> None:
    make_person("another@example.no", "administrator")
    with writing(db) as session:
        session.query(Person).filter_by(email="another@example.no").one()
    answer = administrator.post(f"/people/{identity('administrator@example.no')}/role", data={"role": ""})
    assert answer.location == "/projects"
    assert administrator.get("/people").status_code == 403


def test_nobody_else_comes_here(planner: FlaskClient) -> None:
    assert planner.get("/people").status_code == 403
