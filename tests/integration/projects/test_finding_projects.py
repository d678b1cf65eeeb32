"""Finding a project in the list, archived ones too, among those the reader may see."""

from __future__ import annotations

import re
from typing import Any

import flask
import pytest

from participation.clock import now
from participation.database import writing
from participation.extensions import db
from participation.projects.models import Project
from tests.factories.classes import make_project
from tests.factories.people import make_member, make_person, sign_in


@pytest.fixture
def planner(app: flask.Flask) -> Any:
    make_person("planner@example.no", "planner")
    with writing(db) as session:
        for slug, name, plan in (
            ("aasane", "Åsane sentrum", "4601_70250000"),
            ("lia", "Lia", ""),
            ("ost", "Østre Åsen", ""),
        ):
            session.add(Project(slug=slug, name=name, plan_reference=plan, created_at=now()))
        session.flush()
        session.query(Project).filter_by(slug="ost").one().archived_at = now()
    browser = app.test_client()
    sign_in(browser, "planner@example.no")
    return browser


def found(browser: Any, query: str) -> list[str]:
    answer = browser.get(f"/projects{query}")
    assert answer.status_code == 200
    return sorted(re.findall(r'<li><a href="/projects/(\w+)">', answer.text))


def test_finding_a_project(planner: Any) -> None:
    expected = {
        "": ["aasane", "lia"],
        "?text=ÅS": ["aasane", "ost"],
        "?text=a%CC%8As": ["aasane", "ost"],
        "?text=70250000": ["aasane"],
        "?text=_": ["aasane"],
        "?text=%25": [],
        "?text=%00": ["aasane", "lia"],
        f"?text={'å' * 40_000}": [],
    }
    assert {query: found(planner, query) for query in expected} == expected
    assert "Ingenting inneholder «%»" in planner.get("/projects?text=%25").text
    assert "I arkivet" in planner.get("/projects?text=østre").text


def test_others_projects_are_not_found(app: flask.Flask, planner: Any) -> None:
    make_member(make_project("egen"), "analyst", "analyst@example.no")
    analyst = app.test_client()
    sign_in(analyst, "analyst@example.no")
    assert found(analyst, "") == ["egen"]
    assert found(analyst, "?text=åsane") == []
