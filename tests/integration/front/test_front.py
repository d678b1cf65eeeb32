"""Joining by code, readiness and what search engines may read."""

from __future__ import annotations

import threading
from collections import namedtuple
from collections.abc import Iterator
from pathlib import Path

import flask
import pytest
from flask.testing import FlaskClient

from participation import database
from participation.database import writing
from participation.extensions import db
from participation.front import readiness
from participation.projects import services as projects
from tests.factories.classes import make_activity, make_class, make_project
from tests.postgresql import PostgreSQL
from tests.quick_apps import PREPARE

Usage = namedtuple("Usage", "total used free")


def test_a_code_as_typed_leads_to_the_class(client: FlaskClient) -> None:
    class_session = make_class()
    typed = f" {class_session.code[:3].lower()}-{class_session.code[3:]} "
    for answer in (client.get("/join", query_string={"code": typed}), client.post("/join", data={"code": typed})):
        assert answer.status_code == 303
        assert answer.location == f"/c/{class_session.code}"
    assert client.get("/join").location == "/"


def test_the_title_of_what_is_wrong_is_words(client: FlaskClient) -> None:
    assert "<title>Dette gikk ikke (404) · Lokalkjent</title>" in client.get("/ingenting?lang=nb").text


def test_a_wrong_code_gets_a_kind_page(client: FlaskClient) -> None:
    answer = client.get("/join?code=aaaaaa", follow_redirects=True)
    assert answer.status_code == 404
    assert "AAAAAA" in answer.get_data(as_text=True)


def test_the_front_page_names_only_projects_that_ask_now(client: FlaskClient) -> None:
    make_activity(make_project("loddefjord"))
    with writing(db) as session:
        projects.add_project(session, "hemmelig", "Ikke åpnet")
    page = client.get("/").text
    assert "Loddefjord" in page
    assert "Ikke åpnet" not in page


@pytest.fixture
def waits_for_the_disk(request: pytest.FixtureRequest, store: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As in the product: the tests themselves wait for no disk (tests/quick_apps.py, tests/postgresql.py)."""
    if store == "sqlite":
        monkeypatch.setattr(database, "_prepare_sqlite", PREPARE)
        yield
        return
    server: PostgreSQL = request.getfixturevalue("postgresql")
    server.wait_for_the_disk(True)
    yield
    server.wait_for_the_disk(False)


def test_ready(waits_for_the_disk: None, client: FlaskClient, store: str) -> None:
    answer = client.get("/readyz")
    assert answer.status_code == 200, answer.json
    assert answer.json["database"] == {"kind": store, "writable": True, "synced": True}
    assert answer.json["migrations_at_head"] is True
    assert answer.json["disk"]["enough"] is True


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)  # PostgreSQL has no lock of the whole database
def test_not_ready_while_another_holds_the_database(client: FlaskClient) -> None:
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        connection = db.engine.raw_connection()
        connection.cursor().execute("BEGIN IMMEDIATE")
        held.set()
        done.wait(10)
        connection.rollback()
        connection.close()

    app = flask.current_app._get_current_object()  # type: ignore[attr-defined]

    def in_context() -> None:
        with app.app_context():
            hold()

    holder = threading.Thread(target=in_context)
    holder.start()
    held.wait(10)
    answer = client.get("/readyz")
    done.set()
    holder.join()
    assert answer.status_code == 503
    assert answer.json["database"]["writable"] is False


def test_not_ready_with_a_full_disk(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readiness.shutil, "disk_usage", lambda _path: Usage(10**12, 10**12, 10**6))
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json["disk"] == {"free_mb": 1, "enough": False}


def test_not_ready_before_the_migrations_have_run(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readiness.schema, "at_head", lambda: False)
    assert client.get("/readyz").status_code == 503


def test_not_ready_where_a_commit_waits_for_no_disk(client: FlaskClient) -> None:
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json["database"]["synced"] is False


def test_search_engines_stay_out_of_classes(client: FlaskClient, tmp_path: Path) -> None:
    text = client.get("/robots.txt").get_data(as_text=True)
    assert "Disallow: /c/" in text
    assert "Disallow: /t/" in text
