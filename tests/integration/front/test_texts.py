"""The privacy page and the accessibility statement: what they say, and that anyone can read it."""

from __future__ import annotations

from datetime import date

import pytest
from flask.testing import FlaskClient

from participation.database import writing
from participation.extensions import db
from participation.projects.models import Project
from tests.factories.classes import make_project
from tests.integration.front.reading import lix_of

LANGUAGES = ["nb", "nn", "en"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("page", "hardest"), [("personvern", 30), ("tilgjengelighet", 40)])
def test_the_texts_are_easy(client: FlaskClient, page: str, hardest: int, language: str) -> None:
    text = client.get(f"/{page}?lang={language}").get_data(as_text=True)
    assert lix_of(text) <= hardest


def test_the_privacy_page_prints_what_the_planner_filled_in(client: FlaskClient) -> None:
    project = make_project()
    with writing(db) as session:
        found = session.get_one(Project, project.id)
        found.controller, found.contact = "Bergen kommune", "Kari Plan, 55 55 55 55"
        found.opt_out_by, found.delete_by = date(2026, 12, 1), date(2027, 6, 30)
    page = client.get("/personvern").get_data(as_text=True)
    for text in ("Loddefjord", "Bergen kommune", "Kari Plan", "1. desember 2026", "30. juni 2027"):
        assert text in page


def test_a_municipality_without_a_name_is_called_so_in_the_readers_language(client: FlaskClient) -> None:
    assert "Kommunen driver denne siden" in client.get("/personvern?lang=nb").text
    english = client.get("/personvern?lang=en").text
    assert "The municipality runs this site" in english
    assert "Kommunen" not in english
    client.application.config["MUNICIPALITY"] = "Bergen kommune"
    assert "Bergen kommune runs this site" in client.get("/personvern?lang=en").text


def test_a_project_with_nothing_to_tell_is_left_out(client: FlaskClient) -> None:
    make_project()
    assert "Loddefjord" not in client.get("/personvern").get_data(as_text=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_called_anonymous(client: FlaskClient, language: str) -> None:
    page = client.get(f"/personvern?lang={language}").get_data(as_text=True).lower()
    assert "anonym" not in page
