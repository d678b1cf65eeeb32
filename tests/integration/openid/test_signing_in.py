"""Signing in with the municipality's own sign-in: a provider on a port of its own, real redirects, discovery and keys."""

from __future__ import annotations

import time
from collections.abc import Iterator

import flask
import pytest
from flask.testing import FlaskClient
from joserfc.jwk import RSAKey
from werkzeug.test import TestResponse

from participation.accounts.models import Membership, Person
from participation.clock import now
from participation.database import writing
from participation.extensions import db
from participation.members import services as members
from participation.projects.models import Project
from tests.factories.classes import make_project
from tests.factories.openid_provider import CLIENT_ID, CLIENT_SECRET, Provider, serving, there_and_back
from tests.factories.people import make_person, sign_in


@pytest.fixture
def provider(app: flask.Flask) -> Iterator[Provider]:
    with serving(Provider()) as provider:
        told = {"OIDC_ISSUER": provider.issuer, "OIDC_CLIENT_ID": CLIENT_ID, "OIDC_CLIENT_SECRET": CLIENT_SECRET}
        app.config.update(told, OIDC_NAME="Kommunepålogging")
        yield provider


def go(client: FlaskClient, begin: str = "/login/openid") -> TestResponse:
    """To the provider and back."""
    return client.get(there_and_back(client.get(begin).location))


def told(client: FlaskClient, answer: TestResponse) -> str:
    """What the page says that a failed sign-in leads to."""
    assert answer.status_code == 302 and answer.location.startswith("/login")
    return client.get(answer.location).get_data(as_text=True)


def person(email: str = "kari@example.no") -> Person:
    return db.session.query(Person).filter_by(email=email).one()


def invitation() -> str:
    project, planner = make_project(), make_person()
    with writing(db) as session:
        giver = session.get_one(Person, planner.id)
        return "/invitation/" + members.invite(session, session.get_one(Project, project.id), giver, "analyst", "")


def test_nothing_is_offered_without_settings(client: FlaskClient) -> None:
    assert "/login/openid" not in client.get("/login").get_data(as_text=True)
    assert client.get("/login/openid").status_code == 404
    assert client.get("/login/openid/callback?code=1&state=1").status_code == 404


def test_a_person_is_known_by_a_verified_address_and_then_by_the_subject(
    client: FlaskClient, provider: Provider
) -> None:
    make_person("kari@example.no", "planner")
    page = client.get("/login?next=/account").get_data(as_text=True)
    assert "Logg inn med Kommunepålogging" in page and "/login/openid?next=/account" in page
    assert go(client, "/login/openid?next=/account").location == "/account"
    assert client.get("/account").status_code == 200
    client.post("/logout")
    provider.person |= {"email": "kari.gift@example.no", "email_verified": False}
    assert go(client).location == "/projects"
    assert person().oidc_subject == f"{provider.issuer} kari"


def test_state_nonce_and_challenge_are_new_each_time(client: FlaskClient, provider: Provider) -> None:
    make_person("kari@example.no")
    go(client)
    client.post("/logout")
    go(client)
    for name in ("state", "nonce", "code_challenge"):
        assert len({asked[name] for asked in provider.asked}) == 2
    assert {asked["scope"] for asked in provider.asked} == {"openid email"}


def test_how_sure_the_sign_in_must_be_is_asked_for(app: flask.Flask, client: FlaskClient, provider: Provider) -> None:
    app.config["OIDC_ACR_VALUES"] = "idporten-loa-high"
    go(client)
    assert provider.asked[0]["acr_values"] == "idporten-loa-high"


@pytest.mark.parametrize(
    "instead",
    [
        {"nonce": "another"},
        {"nonce": None},
        {"aud": "another"},
        {"aud": "another", "azp": CLIENT_ID},
        {"iss": "https://evil.example"},
        {"exp": int(time.time()) - 3600},
        {"sub": None},
    ],
)
def test_a_token_that_does_not_fit_signs_nobody_in(
    client: FlaskClient, provider: Provider, instead: dict[str, object]
) -> None:
    make_person("kari@example.no")
    provider.instead = instead
    assert "Svaret fra Kommunepålogging passet ikke" in told(client, go(client))
    assert client.get("/account").status_code == 302


def test_a_token_signed_by_somebody_else_signs_nobody_in(client: FlaskClient, provider: Provider) -> None:
    make_person("kari@example.no")
    provider.key = RSAKey.generate_key(2048, parameters={"kid": "1"})
    assert "Svaret fra Kommunepålogging passet ikke" in told(client, go(client))


def test_a_token_that_nobody_signed_signs_nobody_in(client: FlaskClient, provider: Provider) -> None:
    make_person("kari@example.no")
    provider.key = None
    assert "Svaret fra Kommunepålogging passet ikke" in told(client, go(client))


def test_a_state_of_another_browser_is_refused(app: flask.Flask, client: FlaskClient, provider: Provider) -> None:
    make_person("kari@example.no")
    back = there_and_back(client.get("/login/openid").location)
    other = app.test_client()
    assert "passet ikke" in told(other, other.get(back))
    assert client.get(back).location == "/projects"


def test_breaking_off_is_told(client: FlaskClient, provider: Provider) -> None:
    provider.refuses = "access_denied"
    assert "Innloggingen ble avbrutt." in told(client, go(client))
    provider.refuses = "server_error"
    assert "passet ikke" in told(client, go(client))


def test_a_provider_that_is_away_is_told(app: flask.Flask, client: FlaskClient, provider: Provider) -> None:
    app.config["OIDC_ISSUER"] = "http://127.0.0.1:9"
    assert "Kommunepålogging svarer ikke nå." in told(client, client.get("/login/openid"))


def test_a_provider_that_goes_away_meanwhile_is_told(app: flask.Flask, client: FlaskClient) -> None:
    with serving(Provider()) as provider:
        app.config.update(OIDC_ISSUER=provider.issuer, OIDC_CLIENT_ID=CLIENT_ID, OIDC_NAME="Feide")
        back = there_and_back(client.get("/login/openid").location)
    assert "Feide svarer ikke nå." in told(client, client.get(back))


def test_somebody_unknown_is_not_made_a_person(client: FlaskClient, provider: Provider) -> None:
    assert "Ingen som logger inn slik, er kjent her." in told(client, go(client))
    assert "Ingen som logger inn slik" in told(client, go(client, "/login/openid?next=/invitation/made-up"))
    assert db.session.query(Person).count() == 0


def test_somebody_new_takes_part_by_an_open_invitation(client: FlaskClient, provider: Provider) -> None:
    link = invitation()
    assert f"/login/openid?next={link}" in client.get(link).get_data(as_text=True)
    assert go(client, f"/login/openid?next={link}").location == "/projects"
    assert client.get("/projects/loddefjord").status_code == 200
    assert [one.role for one in person().memberships] == ["analyst"]
    page = client.get("/account").get_data(as_text=True)
    assert "Koblet til denne kontoen." in page and "Endre passordet" not in page
    assert client.post("/login", data={"email": "kari@example.no", "password": "!"}).status_code == 422
    client.post("/logout")
    assert go(client).location == "/projects"


def test_an_invitation_that_is_over_makes_nobody_a_person(client: FlaskClient, provider: Provider) -> None:
    link = invitation()
    client.post(link, data={"email": "ny@example.no", "password": "a password to remember"})
    client.post("/logout")
    assert "Denne invitasjonen er brukt." in told(client, go(client, f"/login/openid?next={link}"))
    assert db.session.query(Membership).count() == 1


def test_without_an_address_a_password_is_the_way(client: FlaskClient, provider: Provider) -> None:
    link = invitation()
    provider.person = {"sub": "kari"}
    answer = go(client, f"/login/openid?next={link}")
    assert "Innloggingen oppga ingen e-postadresse." in told(client, answer)
    assert client.get(link).status_code == 200


def test_an_address_that_is_not_verified_is_nobodys(client: FlaskClient, provider: Provider) -> None:
    make_person("kari@example.no", "administrator")
    provider.person["email_verified"] = False
    assert "Logg inn med passordet, og koble de to sammen under Min konto." in told(client, go(client))
    assert person().oidc_subject is None


def test_one_connects_the_sign_in_to_ones_account(client: FlaskClient, provider: Provider) -> None:
    make_person("kari@example.no")
    provider.person = {"sub": "kari"}
    sign_in(client, "kari@example.no")
    assert "/login/openid?connect=yes" in client.get("/account").get_data(as_text=True)
    assert go(client, "/login/openid?connect=yes").location == "/account"
    client.post("/logout")
    assert go(client).location == "/projects"
    make_person("ola@example.no")
    sign_in(client, "ola@example.no")
    assert go(client, "/login/openid?connect=yes").location == "/account"
    assert "En annen her logger inn med den allerede." in client.get("/account").get_data(as_text=True)


def test_an_address_that_passes_to_another_person_opens_nothing(client: FlaskClient, provider: Provider) -> None:
    make_person("kari@example.no")
    go(client)
    client.post("/logout")
    provider.person["sub"] = "another kari"
    assert "Det finnes allerede en person med adressen kari@example.no." in told(client, go(client))


def test_who_has_left_is_not_let_in(client: FlaskClient, provider: Provider) -> None:
    make_person("kari@example.no")
    with writing(db) as session:
        session.query(Person).one().disabled_at = now()
    assert "Du kan ikke logge inn lenger." in told(client, go(client))


def test_signing_in_never_leads_to_another_site(client: FlaskClient, provider: Provider) -> None:
    make_person("kari@example.no")
    assert go(client, "/login/openid?next=//evil.example/").location == "/projects"
