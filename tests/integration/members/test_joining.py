"""The invited open the link: somebody new, somebody known, and links that are over."""

from __future__ import annotations

from datetime import timedelta

import flask
import pytest
from flask.testing import FlaskClient

from participation.accounts.models import Membership, Person
from participation.clock import now
from participation.database import writing
from participation.extensions import db
from participation.members import services
from participation.members.models import MemberInvitation
from participation.projects.models import Project
from tests.factories.classes import make_project
from tests.factories.people import PASSWORD, make_member, make_person, sign_in

NEW = {"email": "Ny@Example.no", "password": "a password to remember"}


@pytest.fixture
def link(app: flask.Flask) -> str:
    """An invitation as analyst to the project."""
    project, planner = make_project(), make_person()
    with writing(db) as session:
        here = session.get_one(Project, project.id)
        return "/invitation/" + services.invite(session, here, session.get_one(Person, planner.id), "analyst", "")


def test_somebody_new_takes_part_with_a_password(client: FlaskClient, link: str) -> None:
    page = client.get(link).get_data(as_text=True)
    assert "planner@example.no" in page and "Loddefjord" in page and "Analytiker" in page
    answer = client.post(link, data=NEW)
    assert answer.location == "/projects/loddefjord"
    assert client.get("/projects/loddefjord/settings").status_code == 403
    assert client.get("/projects/loddefjord/answers").status_code == 200
    person = db.session.query(Person).filter_by(email="ny@example.no").one()
    assert person.role == "" and [one.role for one in person.memberships] == ["analyst"]


@pytest.mark.parametrize(
    "wrong", [{"email": "no address"}, {"password": "short"}, {"password": ""}, {"email": "planner@example.no"}]
)
def test_what_is_wrong_is_said_at_its_field_and_uses_nothing_up(
    client: FlaskClient, link: str, wrong: dict[str, str]
) -> None:
    answer = client.post(link, data=NEW | wrong)
    assert answer.status_code == 422
    assert f'id="{next(iter(wrong))}-error"' in answer.get_data(as_text=True)
    assert db.session.query(Membership).count() == 0
    assert client.post(link, data=NEW).status_code == 302


def test_somebody_known_signs_in_and_takes_part(client: FlaskClient, link: str) -> None:
    make_person("known@example.no", None)
    assert f'href="/login?next={link}"' in client.get(link).get_data(as_text=True)
    answer = client.post(f"/login?next={link}", data={"email": "known@example.no", "password": PASSWORD})
    assert answer.location == link
    assert client.get("/projects/loddefjord").status_code == 404
    assert "known@example.no" in client.get(link).get_data(as_text=True)
    assert client.post(f"{link}/take").location == "/projects/loddefjord"
    assert client.get("/projects/loddefjord").status_code == 200


def test_a_greater_part_is_not_made_smaller(client: FlaskClient, link: str) -> None:
    make_member(db.session.query(Project).one(), "planner")
    sign_in(client, "member@example.no")
    client.post(f"{link}/take")
    assert [one.role for one in db.session.query(Membership)] == ["planner"]


def test_a_link_works_once(client: FlaskClient, link: str) -> None:
    client.post(link, data=NEW)
    client.post("/logout")
    for answer in (client.get(link), client.post(link, data=NEW | {"email": "another@example.no"})):
        assert answer.status_code == 410
        assert "Denne invitasjonen er brukt." in answer.get_data(as_text=True)
    assert db.session.query(Membership).count() == 1


def test_a_link_lasts_for_seven_days(client: FlaskClient, link: str) -> None:
    with writing(db) as session:
        session.query(MemberInvitation).one().expires_at = now() + timedelta(hours=1)
    assert client.get(link).status_code == 200
    with writing(db) as session:
        session.query(MemberInvitation).one().expires_at = now()
    answer = client.get(link)
    assert answer.status_code == 410
    assert "Denne invitasjonen er for gammel." in answer.get_data(as_text=True)


def test_the_links_of_who_may_not_invite_any_more_are_over(client: FlaskClient, link: str) -> None:
    with writing(db) as session:
        session.query(Person).one().role = "analyst"
    assert client.get(link).status_code == 410


def test_a_link_made_up_is_told_and_guessing_is_slow(client: FlaskClient) -> None:
    answer = client.get("/invitation/made-up")
    assert answer.status_code == 404
    assert "Ingen invitasjon har denne lenken." in answer.get_data(as_text=True)
    for _ in range(29):
        client.get("/invitation/made-up")
    assert client.get("/invitation/made-up").status_code == 429


def test_taking_part_as_somebody_else_comes_back_here(client: FlaskClient, link: str) -> None:
    make_person("known@example.no", None)
    sign_in(client, "known@example.no")
    assert client.post("/logout", data={"next": link}).location == link
    assert client.post("/logout", data={"next": "https://evil.example/"}).location == "/"
