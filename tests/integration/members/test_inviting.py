"""A planner invites by link, and sees to who takes part."""

from __future__ import annotations

import re

import flask
import pytest
from flask.testing import FlaskClient

from participation import undoing
from participation.accounts.models import Membership
from participation.audit.models import AuditEntry
from participation.extensions import db
from participation.members.models import MemberInvitation
from participation.projects.models import Project
from tests.factories.cast import Cast, make_cast
from tests.factories.classes import make_project
from tests.factories.people import make_member, sign_in
from tests.factories.undoing import undo_offered

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


def test_a_removal_is_undone_by_one_press(app: flask.Flask, cast: Cast) -> None:
    member = make_member(project(), "planner").memberships[0].id
    browser = app.test_client()
    sign_in(browser, "member@example.no")
    address, fields = undo_offered(cast.planner.post(f"{PEOPLE}/{member}/remove", follow_redirects=True))
    assert browser.get(PEOPLE).status_code == 404
    assert browser.post(address, data=fields).status_code == 404
    assert "deltar igjen" in cast.planner.post(address, data=fields, follow_redirects=True).text
    assert browser.get(PEOPLE).status_code == 200
    assert db.session.query(Membership).one().role == "planner"
    assert cast.planner.post(address, data=fields).status_code == 409
    asked = [entry.asked for entry in db.session.query(AuditEntry).order_by(AuditEntry.id)]
    assert asked == ["person=member%40example.no&role=", "person=member%40example.no&role=planner"]


def test_an_undo_is_for_its_own_address_its_own_time_and_no_more_than_ones_rights(
    app: flask.Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_project("annet")
    member = make_member(project(), "analyst").memberships[0].id
    address, fields = undo_offered(cast.planner.post(f"{PEOPLE}/{member}/remove", follow_redirects=True))
    assert cast.planner.post(address.replace("loddefjord", "annet"), data=fields).status_code == 409
    assert cast.planner.post(address, data={"gone": fields["gone"] + "x"}).status_code == 409
    assert cast.planner.post(address).status_code == 409
    assert cast.analyst.post(address, data=fields).status_code == 403
    monkeypatch.setattr(undoing, "MINUTES", -1)
    assert cast.planner.post(address, data=fields).status_code == 409
    assert db.session.query(Membership).count() == 0


def test_a_withdrawal_is_undone_and_lasts_no_longer_than_before(cast: Cast) -> None:
    link = invite(cast.planner)
    invitation = db.session.query(MemberInvitation).one()
    lasts, identity = invitation.expires_at, invitation.id
    withdrawn = cast.planner.post(f"{PEOPLE}/invitations/{identity}/withdraw", follow_redirects=True)
    address, fields = undo_offered(withdrawn)
    assert cast.stranger.get(link).status_code == 410
    cast.planner.post(address, data=fields)
    assert cast.stranger.get(link).status_code == 200
    assert db.session.query(MemberInvitation).one().expires_at == lasts


def test_who_leaves_comes_to_the_projects(app: flask.Flask, cast: Cast) -> None:
    member = make_member(project(), "planner").memberships[0].id
    browser = app.test_client()
    sign_in(browser, "member@example.no")
    assert browser.post(f"{PEOPLE}/{member}/remove").location == "/projects"


def test_a_member_of_another_project_is_not_reached_from_here(cast: Cast) -> None:
    member = make_member(make_project("annet"), "analyst").memberships[0].id
    assert cast.planner.post(f"{PEOPLE}/{member}/remove").status_code == 404
    assert cast.planner.post(f"{PEOPLE}/{member}/role", data={"role": "planner"}).status_code == 404
