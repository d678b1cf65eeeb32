"""Who may read which layer: everyone what is published, a project's tokens the rest, full ones everything."""

from __future__ import annotations

import base64

import flask
import pytest
from sqlalchemy import select

from participation.activities.models import DRAFT, Activity
from participation.audit.models import AuditEntry
from participation.clock import now
from participation.database import writing
from participation.extensions import db
from participation.projects.models import Project
from participation.tokens.models import ApiToken
from tests.factories.tokens import set_over
from tests.integration.api.conftest import Layers, bearer

PLAIN = {"Accept": "application/json"}


def statuses(layers: Layers, headers: dict[str, str]) -> list[set[int]]:
    """Of the marks in every form, the published and the zones: of the collection, of its features and of one of them."""
    found = []
    for several, one in ((layers.restricted, 1), ([layers.published], "x"), ([layers.zones], 1)):
        asked = [each for at in several for each in (at, f"{at}/items", f"{at}/items/{one}")]
        found.append({layers.get(each, headers).status_code for each in asked} - {404})
    return found


def listed(layers: Layers, headers: dict[str, str]) -> set[str]:
    return {f"/ogc/collections/{one['id']}" for one in layers.get("/ogc/collections", headers).json["collections"]}


def hide(layers: Layers) -> None:
    with writing(db) as session:
        session.get_one(Project, layers.activity.project_id).public_since = None


def test_everyone_reads_what_is_published_and_no_more(layers: Layers, stranger: dict[str, str]) -> None:
    for headers, refused in ((PLAIN, 401), (stranger, 403), (layers.open, 403)):
        assert statuses(layers, headers) == [{refused}, {200}, {200}]
        assert {layers.published, layers.zones} <= listed(layers, headers)
        assert not {*layers.restricted} & listed(layers, headers)


def test_a_full_token_of_the_project_opens_everything(layers: Layers) -> None:
    assert statuses(layers, layers.full) == [{200}, {200}, {200}]
    assert listed(layers, layers.full) == set(layers.every)


def test_of_a_project_that_is_not_for_everyone_its_own_tokens_read(layers: Layers, stranger: dict[str, str]) -> None:
    hide(layers)
    assert statuses(layers, PLAIN) == [{401}, {401}, {401}]
    assert statuses(layers, stranger) == [{403}, {403}, {403}]
    assert statuses(layers, layers.open) == [{403}, {200}, {200}]
    assert listed(layers, PLAIN) == set()
    assert listed(layers, layers.open) == {layers.published, layers.zones}


def test_an_activity_that_has_not_begun_is_shown_to_nobody_without_a_token(layers: Layers) -> None:
    with writing(db) as session:
        session.get_one(Activity, layers.activity.id).status = DRAFT
    assert statuses(layers, PLAIN)[1] == {401}
    assert listed(layers, PLAIN) == {layers.zones}


def test_an_archived_project_is_not_public(layers: Layers) -> None:
    with writing(db) as session:
        session.get_one(Project, layers.activity.project_id).archived_at = now()
    assert statuses(layers, PLAIN) == [{401}, {401}, {401}]
    assert listed(layers, PLAIN) == set()


@pytest.mark.parametrize("header", ["Bearer made-up", "Bearer", "Basic eDp5", "Basic %", "Digest x", "nonsense", ""])
def test_a_token_that_does_not_work_opens_nothing_not_even_what_is_open(layers: Layers, header: str) -> None:
    for at in (layers.published, layers.marks, "/ogc/collections", "/ogc/api"):
        answer = layers.get(at, PLAIN | {"Authorization": header})
        assert (answer.status_code, answer.json["code"]) == (401, "Unauthorized")
        assert answer.headers["WWW-Authenticate"].startswith("Bearer ")


def test_an_expired_and_a_revoked_token_open_nothing(layers: Layers) -> None:
    set_over(layers.full["Authorization"].split()[1])
    assert statuses(layers, layers.full) == [{401}, {401}, {401}]
    with writing(db) as session:
        for token in session.scalars(select(ApiToken)):
            token.revoked_at = now()
    assert statuses(layers, layers.open) == [{401}, {401}, {401}]


def test_a_token_may_be_the_password_of_a_basic_sign_in(layers: Layers) -> None:
    secret = layers.full["Authorization"].split()[1]
    for name in ("", "qgis"):
        given = base64.b64encode(f"{name}:{secret}".encode()).decode()
        assert statuses(layers, {"Authorization": f"Basic {given}"})[0] == {200}


def test_a_token_in_the_address_is_refused(layers: Layers) -> None:
    assert layers.get(f"{layers.marks}/items", PLAIN, token=layers.full["Authorization"].split()[1]).status_code == 401
    for name in ("token", "access_token", "key"):
        assert layers.get(f"{layers.published}/items", PLAIN, **{name: "x"}).status_code == 400


def test_only_a_browser_is_asked_to_open_a_window(layers: Layers) -> None:
    told = layers.get(layers.marks, {"Accept": "text/html"})
    assert (told.status_code, told.mimetype) == (401, "text/html")
    assert [one.split()[0] for one in told.headers.getlist("WWW-Authenticate")] == ["Bearer", "Basic"]
    program = layers.get(layers.marks, PLAIN)
    assert [one.split()[0] for one in program.headers.getlist("WWW-Authenticate")] == ["Bearer"]
    assert program.mimetype == "application/problem+json"


@pytest.mark.parametrize(
    "accept", ["application/geo+json", "application/vnd.oai.openapi+json;version=3.0", "image/png"]
)
def test_a_token_is_asked_for_whatever_form_is(layers: Layers, accept: str) -> None:
    """Told that there is only JSON, a program that asks for GeoJSON alone would never show its token."""
    for address in (layers.marks, f"{layers.marks}/items", f"{layers.marks}/items/1"):
        for headers in ({}, {"Authorization": "Bearer wrong"}):
            answer = layers.get(address, {"Accept": accept, **headers})
            assert answer.status_code == 401
            assert answer.headers["WWW-Authenticate"].startswith("Bearer")
    assert layers.get("/ogc/api", {"Accept": accept, "Authorization": "Bearer wrong"}).status_code == 401


def test_what_is_missing_is_told_in_the_readers_language(layers: Layers) -> None:
    told = layers.get(layers.marks, PLAIN | {"Accept-Language": "nn"}).json["description"]
    assert told == "Dette laget krev ein nøkkel. Ein planleggjar i prosjektet kan lage ein."


def test_wrong_tokens_are_soon_let_wait_and_right_ones_are_not(layers: Layers, app: flask.Flask) -> None:
    app.config["WRONG_CODES_PER_HOUR"] = 3
    tried = [layers.get(layers.published, bearer("wrong")).status_code for _ in range(5)]
    assert tried == [401, 401, 401, 429, 429]
    assert layers.get(layers.published, bearer("wrong")).headers["Retry-After"]
    assert statuses(layers, layers.full) == [{200}, {200}, {200}]
    assert statuses(layers, PLAIN)[1] == {200}


def test_what_is_read_with_a_token_is_logged_once_and_the_open_is_not(layers: Layers) -> None:
    for after in ("1", "2", "3"):
        layers.get(f"{layers.marks}/items", layers.full, after=after)
    layers.get(f"{layers.marks}/items", layers.open)
    layers.get(f"{layers.published}/items", PLAIN)
    entries = db.session.scalars(select(AuditEntry).where(AuditEntry.act == "api:read")).all()
    assert [(one.activity_id, one.project_id) for one in entries] == [(layers.activity.id, layers.activity.project_id)]
    assert entries[0].actor.startswith("token:") and "marks-" in entries[0].asked
    used = db.session.scalars(select(ApiToken).where(ApiToken.full.is_(True))).one()
    assert used.last_used_at is not None
