"""A planner invites by link, and sees to who takes part."""

from __future__ import annotations

import re

import flask
import pytest
from flask.testing import FlaskClient

from participation.accounts.models import Membership
from participation.extensions import db
from participation.members.models import MemberInvitation
from participation.projects.models import Project
from tests.factories.cast import Cast, make_cast
from tests.factories.classes import make_project
from tests.factories.people import make_member, sign_in

PEOPLE = "/projects/loddefjord/people"


@pytest.fixture
def cast(app: flask.Flask) -> Cast:
    make_project()
    return make_cast(app)


def invite(planner: FlaskClient, role: str = "analyst", note: str = "") -> str:
    """The path of a new invitation's link."""
    answer = planner.post(f"{PEOPLE}/invite", data={"role": role, "note": note})
    assert answer.status_code == 200
    found = re.search(r'value="http://localhost(/invitation/[\w-]+)"', answer.get_data(as_text=True))
    assert found
    return found[1]


def project() -> Project:
    return db.session.query(Project).filter_by(slug="loddefjord").one()


def test_the_link_is_shown_once_and_only_its_hash_is_kept(cast: Cast) -> None:
    link = invite(cast.planner, note="ola@kommune.no")
    page = cast.planner.get(PEOPLE).get_data(as_text=True)
    assert "ola@kommune.no" in page
    assert link not in page
    stored = db.session.query(MemberInvitation).one()
    assert stored.token_hash not in link and link.rpartition("/")[2] not in str(vars(stored))


def test_a_role_must_be_chosen(cast: Cast) -> None:
    answer = cast.planner.post(f"{PEOPLE}/invite", data={"note": ""})
    assert answer.status_code == 422
    assert "Velg en rolle." in answer.get_data(as_text=True)


@pytest.mark.parametrize("role", ["administrator", "king"])
def test_nobody_gives_a_role_that_allows_more_than_their_own(cast: Cast, role: str) -> None:
    assert cast.planner.post(f"{PEOPLE}/invite", data={"role": role}).status_code == 422
    assert db.session.query(MemberInvitation).count() == 0


def test_a_withdrawn_invitation_says_so(cast: Cast) -> None:
    link = invite(cast.planner)
    identity = db.session.query(MemberInvitation).one().id
    cast.planner.post(f"{PEOPLE}/invitations/{identity}/withdraw")
    answer = cast.stranger.get(link)
    assert answer.status_code == 410
    assert "Denne invitasjonen er trukket tilbake." in answer.get_data(as_text=True)
    assert "planner@example.no" in answer.get_data(as_text=True)


def test_a_members_role_is_changed_and_counts_at_once(app: flask.Flask, cast: Cast) -> None:
    member = make_member(project(), "analyst").memberships[0].id
    browser = app.test_client()
    sign_in(browser, "member@example.no")
    assert browser.get("/projects/loddefjord/settings").status_code == 403
    cast.planner.post(f"{PEOPLE}/{member}/role", data={"role": "planner"})
    assert browser.get("/projects/loddefjord/settings").status_code == 200
    cast.planner.post(f"{PEOPLE}/{member}/role", data={"role": "administrator"})
    assert db.session.query(Membership).one().role == "planner"


def test_a_removed_member_is_out_at_once(app: flask.Flask, cast: Cast) -> None:
    member = make_member(project(), "planner").memberships[0].id
    browser = app.test_client()
    sign_in(browser, "member@example.no")
    assert browser.get(PEOPLE).status_code == 200
    cast.planner.post(f"{PEOPLE}/{member}/remove")
    assert browser.get(PEOPLE).status_code == 404


def test_who_leaves_comes_to_the_projects(app: flask.Flask, cast: Cast) -> None:
    member = make_member(project(), "planner").memberships[0].id
    browser = app.test_client()
    sign_in(browser, "member@example.no")
    assert browser.post(f"{PEOPLE}/{member}/remove").location == "/projects"


def test_a_member_of_another_project_is_not_reached_from_here(cast: Cast) -> None:
    member = make_member(make_project("annet"), "analyst").memberships[0].id
    assert cast.planner.post(f"{PEOPLE}/{member}/remove").status_code == 404
    assert cast.planner.post(f"{PEOPLE}/{member}/role", data={"role": "planner"}).status_code == 404
