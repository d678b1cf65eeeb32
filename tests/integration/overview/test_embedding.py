"""A survey in a frame on another site: those that the installation names, surveys alone, and nobody else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from participation import create_app
from participation.extensions import db
from tests.conftest import SETTINGS
from tests.factories.people import make_person, sign_in
from tests.factories.surveys import make_survey

SITES = "https://www.bergen.kommune.no https://bydel.example:8443"


def browser(template: Path, folder: Path, sites: str) -> FlaskClient:
    """Of an installation with one survey, number 1, and a planner signed in."""
    shutil.copytree(template, folder, dirs_exist_ok=True)
    app = create_app({**SETTINGS, "DATA_DIR": folder, "EMBED_SITES": sites})
    client = app.test_client()
    with app.app_context():
        make_person()
        make_survey()
        db.session.remove()
    return client


def ancestors(client: FlaskClient, path: str) -> str:
    return client.get(path).headers["Content-Security-Policy"].rpartition("frame-ancestors ")[2]


@pytest.mark.parametrize("path", ["/a/1", "/a/1/page/1", "/receipt", "/personvern", "/"])
def test_named_sites_show_what_a_respondent_comes_to(sqlite_template: Path, tmp_path: Path, path: str) -> None:
    assert ancestors(browser(sqlite_template, tmp_path, SITES), path) == SITES


@pytest.mark.parametrize("path", ["/login", "/c/ABCDEF", "/projects", "/a/1/kiosk"])
def test_nobody_shows_anything_else(sqlite_template: Path, tmp_path: Path, path: str) -> None:
    assert ancestors(browser(sqlite_template, tmp_path, SITES), path) == "'none'"


def test_without_named_sites_nobody_shows_a_survey_and_the_snippet_is_a_link(
    sqlite_template: Path, tmp_path: Path
) -> None:
    client = browser(sqlite_template, tmp_path, "")
    assert ancestors(client, "/a/1") == "'none'"
    sign_in(client, "planner@example.no")
    ways = client.get("/projects/loddefjord/activities/1/ways").text
    assert "&lt;a href=&#34;http://localhost/a/1&#34;&gt;Nabolaget&lt;/a&gt;" in ways


def test_the_snippet_is_a_frame_where_sites_are_named(sqlite_template: Path, tmp_path: Path) -> None:
    client = browser(sqlite_template, tmp_path, SITES)
    sign_in(client, "planner@example.no")
    assert "&lt;iframe src=&#34;http://localhost/a/1&#34;" in client.get("/projects/loddefjord/activities/1/ways").text
