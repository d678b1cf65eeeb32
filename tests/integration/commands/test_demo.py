"""The demo: filled once, the same again, never among real projects. And the commands that make projects."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import func, select

from participation import create_app
from participation.commands import main
from participation.extensions import db
from participation.responses.models import Response
from participation.tokens import queries
from tests.factories.tokens import set_over

DATA = Path(__file__).parents[3] / "participation" / "commands" / "demo" / "data"


@pytest.fixture(autouse=True)
def _own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOKALKJENT_DATA_DIR", str(tmp_path))


def run(*words: str, given: str | None = None) -> Result:
    return CliRunner().invoke(main, words, input=given)


def test_the_demo_is_the_same_again() -> None:
    first, second = run("demo", "--json"), run("demo", "--json")
    assert first.exit_code == 0
    assert json.loads(first.stdout) == json.loads(second.stdout)
    told = json.loads(first.stdout)
    assert set(told) == {
        "planner",
        "class_code",
        "teacher_url",
        "project",
        "activities",
        "older",
        "drawing",
        "api_token",
    }
    assert len(told["class_code"]) == 6


def test_the_demo_tells_everything_in_the_readers_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "nb")
    told = run("demo").stderr
    assert "Planlegger: " in told
    assert told.count("Lærer: ") == 3
    assert not re.search("Planner|Teacher|Class code", told)


def test_year_9_has_the_questions_for_years_8_to_10() -> None:
    older = json.loads(run("demo", "--json").stdout)["older"]
    app = create_app()
    page = app.test_client().get(f"/c/{older['class_code']}").get_data(as_text=True)
    assert '"age":"8-10"' in page


def test_sixty_have_answered_and_year_9_has_not_begun() -> None:
    told = json.loads(run("demo", "--json").stdout)
    with create_app().app_context():
        of_each = dict(
            db.session.execute(select(Response.activity_id, func.count()).group_by(Response.activity_id)).all()
        )
        db.session.remove()
    of_each.pop(int(told["drawing"]["activity"]))
    children, residents = (int(told["activities"][kind]) for kind in ("class_mapping", "resident_survey"))
    assert of_each == {children: 60, residents: 42}


def test_the_demo_keeps_away_from_real_projects() -> None:
    assert run("project", "add", "--slug", "ekte", "--name", "Ekte").exit_code == 0
    refused = run("demo")
    assert refused.exit_code == 1
    assert "ekte" in refused.stderr


def test_a_project_with_an_area_zones_and_an_activity() -> None:
    zones = str(DATA / "loddefjord_grunnkretser.geojson")
    assert json.loads(run("project", "add", "--slug", "l", "--name", "L", "--area", zones, "--json").stdout) == {
        "slug": "l"
    }
    words = ("zones", "import", zones, "--project", "l", "--kind", "grunnkrets", "--code-field", "grunnkrets")
    report = json.loads(run(*words, "--name-field", "navn", "--json").stdout)
    assert report == {"read": 25, "accepted": 25, "rejected": 0, "problems": []}
    assert run(*words, "--name-field", "finnes ikke").exit_code == 1
    words = ("activity", "add", "--project", "l", "--kind", "class_mapping", "--title", "T", "--open", "--json")
    assert json.loads(run(*words).stdout)["id"]


def test_wrong_usage_and_refusals_have_their_exit_codes() -> None:
    assert run("project", "add").exit_code == 2
    assert run("nothing").exit_code == 2
    assert run("activity", "add", "--project", "x", "--kind", "class_mapping", "--title", "T").exit_code == 1
    assert run("user", "add", "a@b.no", "--role", "planner", "--password-stdin", given="short\n").exit_code == 1
    assert run("user", "add", "a@b.no", "--role", "king", "--password-stdin", given="a long password\n").exit_code == 1
    assert (
        run("user", "add", "a@b.no", "--role", "planner", "--password-stdin", given="a long password\n").exit_code == 0
    )


def test_the_demo_has_a_token_that_works_again_when_it_is_over() -> None:
    secret = json.loads(run("demo", "--json").stdout)["api_token"]
    with create_app().app_context():
        token = queries.token_for(db.session(), secret)
        assert token is not None and token.full
        set_over(secret)
        db.session.remove()
    assert json.loads(run("demo", "--json").stdout)["api_token"] == secret
    with create_app().app_context():
        assert queries.token_for(db.session(), secret) is not None
        db.session.remove()
