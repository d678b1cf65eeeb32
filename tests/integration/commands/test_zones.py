"""`lokalkjent zones`: outlines, and a table without a map."""

from __future__ import annotations

import json
from pathlib import Path

import flask
import pytest

from participation.database import writing
from participation.extensions import db
from participation.projects.models import Zone
from tests.factories.classes import make_project
from tests.integration.commands.conftest import Run

WHERE = ("--project", "loddefjord", "--kind", "grunnkrets")
TEXT = "kode;navn;2023;2024\n12010101;Nordnes;500;533\n12019999;Uoppgitt;3;4\n"


@pytest.fixture
def table(app: flask.Flask, tmp_path: Path) -> Path:
    project = make_project("loddefjord")
    box = {"geometry": "{}", "west": 5.2, "south": 60.3, "east": 5.3, "north": 60.4}
    with writing(db) as session:
        session.add(Zone(project_id=project.id, kind="grunnkrets", code="12010101", name="Nordnes", **box))
    file = tmp_path / "folketall.csv"
    file.write_text(TEXT, "utf-8")
    return file


def test_the_zones_get_the_numbers_of_the_newest_year_and_what_fits_none_is_told(run: Run, table: Path) -> None:
    done = run("zones", "population", table, *WHERE, "--json")
    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    assert (told["read"], told["accepted"], told["rejected"]) == (2, 1, 1)
    assert told["problems"][0]["row"] == 3
    assert db.session.query(Zone).one().population == 533


def test_columns_may_be_named_and_must_be_there(run: Run, table: Path) -> None:
    assert run("zones", "population", table, *WHERE, "--population-column", "2023").exit_code == 0
    assert db.session.query(Zone).one().population == 500
    refused = run("zones", "population", table, *WHERE, "--code-column", "nummer")
    assert refused.exit_code == 1
    assert "kode, navn, 2023, 2024" in refused.stderr


def test_a_kind_without_zones_and_a_table_that_fits_none_are_refused(run: Run, table: Path) -> None:
    assert "bydel" in run("zones", "population", table, *WHERE[:3], "bydel").stderr
    table.write_text("kode;antall\n1;2\n", "utf-8")
    assert "No row of the file" in run("zones", "population", table, *WHERE).stderr
    for name, told in (("none.csv", "none.csv"), ("none.ods", ".csv, .xlsx, .json")):
        refused = run("zones", "population", table.with_name(name), *WHERE)
        assert refused.exit_code == 1
        assert told in refused.stderr


def test_what_no_database_can_hold_is_left_out_of_texts(run: Run, app: flask.Flask, tmp_path: Path) -> None:
    """PostgreSQL refuses a whole file for one NUL, which a text field of fixed length may be filled up with."""
    make_project("loddefjord")
    box = {"type": "Polygon", "coordinates": [[[5.2, 60.3], [5.3, 60.3], [5.3, 60.4], [5.2, 60.4], [5.2, 60.3]]]}
    texts = {"kode": "1201\0\0", "navn": "Lodde\0fjord\u202e"}
    file = tmp_path / "a.geojson"
    file.write_text(json.dumps({"type": "Feature", "properties": texts, "geometry": box}), "utf-8")
    done = run("zones", "import", file, *WHERE, "--code-field", "kode", "--name-field", "navn", "--json")
    assert json.loads(done.stdout)["accepted"] == 1
    zone = db.session.query(Zone).one()
    assert (zone.code, zone.name) == ("1201", "Loddefjord")
