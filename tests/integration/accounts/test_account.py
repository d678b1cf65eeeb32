"""One's own account: the password, and where one is signed in."""

from __future__ import annotations

from datetime import timedelta

import flask
import pytest
from flask.testing import FlaskClient

from participation.accounts.models import Person, SignIn
from participation.clock import now
from participation.database import writing
from participation.extensions import db
from tests.factories.people import PASSWORD, make_person, sign_in

PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 Version/19.1 Mobile Safari/604.1"
NEW = "another long password"


@pytest.fixture
def phone(app: flask.Flask, client: FlaskClient) -> FlaskClient:
    """The person's phone, signed in beside the computer."""
    make_person()
    sign_in(client)
    browser = app.test_client()
    browser.environ_base["HTTP_USER_AGENT"] = PHONE
    sign_in(browser)
    return browser


def sign_in_of(browser: str) -> SignIn:
    return db.session.query(SignIn).filter_by(browser=browser).one()


def test_each_browser_stands_in_the_list_without_address_or_full_name(client: FlaskClient, phone: FlaskClient) -> None:
    page = client.get("/account").get_data(as_text=True)
    assert "Safari på iPhone" in page and "Denne enheten" in page
    stored = sign_in_of("Safari")
    kept = {str(value) for name, value in vars(stored).items() if not name.startswith("_")}
    assert not [one for one in kept if "127.0.0.1" in one or "19_1" in one]


def test_one_signs_out_on_the_phone_from_the_computer(client: FlaskClient, phone: FlaskClient) -> None:
    client.post(f"/account/sign-ins/{sign_in_of('Safari').id}/end")
    assert phone.get("/account").status_code == 302
    assert client.get("/account").status_code == 200


def test_nobody_signs_somebody_else_out(app: flask.Flask, phone: FlaskClient) -> None:
    make_person("other@example.no")
    other = app.test_client()
    sign_in(other, "other@example.no")
    other.post(f"/account/sign-ins/{sign_in_of('Safari').id}/end")
    assert phone.get("/account").status_code == 200


def test_signing_out_everywhere_ends_this_one_too(client: FlaskClient, phone: FlaskClient) -> None:
    client.post("/account/sign-out-everywhere")
    assert client.get("/account").status_code == 302
    assert phone.get("/account").status_code == 302
    assert db.session.query(SignIn).count() == 0


def test_a_new_password_signs_the_others_out(client: FlaskClient, phone: FlaskClient) -> None:
    answer = client.post("/account/password", data={"current": PASSWORD, "new": NEW})
    assert answer.location == "/account"
    assert client.get("/account").status_code == 200
    assert phone.get("/account").status_code == 302
    assert phone.post("/login", data={"email": "planner@example.no", "password": PASSWORD}).status_code == 422
    assert phone.post("/login", data={"email": "planner@example.no", "password": NEW}).status_code == 302


@pytest.mark.parametrize(
    ("given", "field"),
    [({"current": "wrong", "new": NEW}, "current"), ({"current": PASSWORD, "new": "short"}, "new"), ({}, "current")],
)
def test_a_wrong_password_is_told_at_its_field(
    client: FlaskClient, phone: FlaskClient, given: dict[str, str], field: str
) -> None:
    answer = client.post("/account/password", data=given)
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.get_data(as_text=True)
    assert phone.get("/account").status_code == 200


def test_signing_out_ends_the_sign_in_for_copies_of_its_cookie(app: flask.Flask, client: FlaskClient) -> None:
    make_person()
    sign_in(client)
    cookie = client.get_cookie("lokalkjent")
    assert cookie
    client.post("/logout")
    copy = app.test_client()
    copy.set_cookie("lokalkjent", cookie.value)
    assert copy.get("/account").status_code == 302


def test_signing_in_again_takes_the_place_of_the_sign_in_before(client: FlaskClient) -> None:
    make_person()
    sign_in(client)
    sign_in(client)
    assert db.session.query(SignIn).count() == 1


def test_the_last_use_is_noted_once_an_hour(client: FlaskClient) -> None:
    make_person()
    sign_in(client)
    for ago, noted in ((timedelta(minutes=20), False), (timedelta(minutes=61), True)):
        with writing(db) as session:
            session.query(SignIn).one().last_seen_at = moment = now() - ago
        client.get("/account")
        assert (db.session.query(SignIn).one().last_seen_at > moment) == noted


def test_a_sign_in_that_was_not_used_for_long_is_over(client: FlaskClient) -> None:
    make_person()
    sign_in(client)
    with writing(db) as session:
        session.query(SignIn).one().last_seen_at = now() - timedelta(hours=13)
    assert client.get("/account").status_code == 302


def test_the_sign_in_of_another_person_fits_no_cookie(client: FlaskClient) -> None:
    make_person()
    other = make_person("other@example.no").id
    sign_in(client)
    with writing(db) as session:
        session.query(SignIn).one().person_id = other
    assert client.get("/account").status_code == 302
    assert db.session.query(Person).count() == 2
