"""What no key gives and no store or file holds is left out of what is written in a form, and no address has it."""

from __future__ import annotations

import flask
import pytest
from flask.testing import FlaskClient

from participation.database import writing
from participation.extensions import db
from participation.projects.models import Project
from tests.factories.classes import make_project
from tests.factories.people import make_person, sign_in


@pytest.fixture
def planner(app: flask.Flask, client: FlaskClient) -> FlaskClient:
    make_person()
    sign_in(client)
    return client


def test_a_name_is_kept_without_it(planner: FlaskClient) -> None:
    """A presentation breaks its lines by what is no line break elsewhere."""
    answer = planner.post("/projects/new", data={"name": "Lodde\0fjord\x0bog\tOlsvik\x07", "slug": "lodde"})
    assert answer.status_code == 302
    assert db.session.query(Project).one().name == "Loddefjord og\tOlsvik"


def test_whoever_signs_in_with_it_is_not_known(app: flask.Flask, client: FlaskClient) -> None:
    answer = client.post("/login", data={"email": "planner\0x@example.no", "password": "\0"})
    assert answer.status_code == 422


@pytest.mark.parametrize("path", ["/projects/lodde\0fjord", "/projects/\0/tokens", "/c/\0", "/a/\0", "/t/\0"])
def test_there_is_no_such_page(planner: FlaskClient, path: str) -> None:
    assert planner.get(path).status_code == 404


def test_a_document_of_what_was_kept_before_can_be_had(planner: FlaskClient) -> None:
    make_project()
    with writing(db) as session:
        session.query(Project).one().name = "Lodde\x01fjord"
    answer = planner.get("/projects/loddefjord/documents/dpia.docx")
    assert answer.status_code == 200
