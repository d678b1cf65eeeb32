"""Those who have a part in one project alone."""

from __future__ import annotations

from flask.testing import FlaskClient
from sqlalchemy import delete

from participation.accounts.models import Membership
from participation.database import writing
from participation.extensions import db
from tests.factories.classes import make_project
from tests.factories.people import make_member, make_person, sign_in


def test_a_member_sees_their_own_projects_only(client: FlaskClient) -> None:
    make_project("annet")
    make_member(make_project("loddefjord"), "analyst")
    sign_in(client, "member@example.no")
    page = client.get("/projects").get_data(as_text=True)
    assert 'href="/projects/loddefjord"' in page
    assert 'href="/projects/annet"' not in page
    assert client.get("/projects/annet").status_code == 404


def test_a_member_may_do_in_the_project_what_the_role_says(client: FlaskClient) -> None:
    make_member(make_project(), "planner")
    sign_in(client, "member@example.no")
    page = client.get("/projects/loddefjord").get_data(as_text=True)
    assert 'href="/projects/loddefjord/settings"' in page
    assert 'href="/projects/loddefjord/activities/new"' in page
    assert client.post("/projects/loddefjord/settings", data={"name": "Olsvik", "crs": "25832"}).status_code == 302
    assert client.get("/projects/new").status_code == 403


def test_a_member_is_not_offered_what_the_role_does_not_allow(client: FlaskClient) -> None:
    make_member(make_project(), "neighbourhood_group")
    sign_in(client, "member@example.no")
    page = client.get("/projects/loddefjord").get_data(as_text=True)
    for place in ("settings", "answers", "basemap", "activities/new"):
        assert f'href="/projects/loddefjord/{place}"' not in page
        assert client.get(f"/projects/loddefjord/{place}").status_code == 403
    assert 'href="/projects/new"' not in client.get("/projects").get_data(as_text=True)


def test_the_part_and_its_rights_end_at_once(client: FlaskClient) -> None:
    make_member(make_project(), "planner")
    sign_in(client, "member@example.no")
    assert client.get("/projects/loddefjord").status_code == 200
    with writing(db) as session:
        session.execute(delete(Membership))
    assert client.get("/projects/loddefjord").status_code == 404


def test_without_any_part_the_list_says_whom_to_ask(client: FlaskClient) -> None:
    make_project()
    make_person("nowhere@example.no", None)
    sign_in(client, "nowhere@example.no")
    page = client.get("/projects").get_data(as_text=True)
    assert "Be den som styrer prosjektet, om å invitere deg." in page
    assert "loddefjord" not in page
