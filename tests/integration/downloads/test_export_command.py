"""`lokalkjent export`."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path

import flask
import pyogrio
import pytest
from click.testing import CliRunner, Result

from participation.audit.models import AuditEntry
from participation.commands import export, main
from participation.database import DatabaseBusy
from participation.extensions import db
from tests.integration.downloads.conftest import Told

Run = Callable[..., Result]


@pytest.fixture
def run(app: flask.Flask, told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command in the test's own application."""

    @contextmanager
    def application(screens):
        assert not screens
        with app.app_context():
            yield app
            db.session.remove()

    monkeypatch.setattr(export, "application", application)
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, activity: object = told.activity) -> Result:
        return CliRunner().invoke(main, ["export", str(activity), *arguments])

    return run


def test_csv_has_variable_names(run: Run) -> None:
    done = run("--format", "csv", "-o", "steder.csv")
    assert (done.exit_code, done.stdout) == (0, "")
    with Path("steder.csv").open(encoding="utf-8-sig", newline="") as file:
        headings, *rows = csv.reader(file, delimiter=";")
    assert headings[:3] == ["id", "response", "activity"]
    assert len(rows) == 3


def test_responses(run: Run) -> None:
    assert run("--format", "csv-comma", "--table", "responses", "-o", "svar.csv").exit_code == 0
    assert len(Path("svar.csv").read_text("utf-8").splitlines()) == 3


def test_a_zip_by_another_name_is_told_of(run: Run) -> None:
    """Nothing opens it as a Shapefile."""
    told = "er en zip-fil. Andre programmer åpner den når navnet slutter på .zip."
    assert f"steder.shp {told}" in run("--format", "shp", "-o", "steder.shp").stderr
    assert told not in run("--format", "shp", "-o", "steder.ZIP").stderr
    assert told not in run("--format", "csv", "-o", "steder.txt").stderr


def test_geojson_and_workbook(run: Run) -> None:
    assert run("--format", "geojson", "-o", "a.geojson").exit_code == 0
    assert run("--format", "geojson", "--crs", "EPSG:4326", "-o", "b.geojson").exit_code == 0
    assert len(json.loads(Path("a.geojson").read_bytes())["features"]) == 3
    assert run("--format", "xlsx", "--crs", "25833", "-o", "bok.xlsx").exit_code == 0


def test_gml_comes_with_its_schema(run: Run) -> None:
    assert run("--format", "gml", "-o", "steder.gml").exit_code == 0
    assert sorted(file.name for file in Path().glob("steder*")) == ["steder.gml", "steder.xsd"]
    assert pyogrio.read_info("steder.gml", layer="steder_punkt")["ogr_types"][:3] == [
        "OFTString",
        "OFTInteger64",
        "OFTInteger64",
    ]


def test_published(run: Run) -> None:
    assert run("--format", "geojson", "--published", "-o", "a.geojson").exit_code == 0
    assert json.loads(Path("a.geojson").read_bytes())["features"] == []


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--format", "geojson", "--crs", "25832"], 1),
        (["--format", "csv", "--crs", "99999"], 1),
        (["--format", "pdf"], 2),
        (["--format", "sosi"], 2),
        (["--format", "archive", "--published"], 1),
        (["--format", "archive", "--also", "test"], 1),
        (["--format", "barnetrakk-gml", "--table", "responses"], 1),
        (["--format", "gpkg", "--crs", "99999"], 1),
        (["--format", "csv", "--crs", "utm"], 2),
        (["--format", "csv", "--table", "people"], 2),
        ([], 2),
    ],
)
def test_refusals_leave_no_file(run: Run, arguments: list[str], code: int) -> None:
    done = run(*arguments, "-o", "fil.ut")
    assert done.exit_code == code
    assert done.stderr
    assert not list(Path().glob("*fil.ut*"))


@pytest.mark.parametrize("activity", ["999999", "abc", "-1"])
def test_an_unknown_activity(run: Run, activity: str) -> None:
    done = run("--format", "csv", "-o", "fil.csv", activity=activity)
    assert done.exit_code in (1, 2)
    assert not Path("fil.csv").exists()


def test_a_failed_export_keeps_the_file_that_was_there(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("steder.csv").write_text("før")
    assert run("--format", "csv", "-o", "steder.csv", "--crs", "99999").exit_code == 1
    assert Path("steder.csv").read_text() == "før"


@pytest.mark.parametrize("name", ["csv", "gpkg", "archive"])
def test_what_cannot_be_logged_is_not_given_out(run: Run, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    Path("steder.ut").write_text("før")
    with monkeypatch.context() as patched:
        patched.setattr(export, "logged", busy)
        refused = run("--format", name, "-o", "steder.ut")
        assert run("--format", name, "-o", "nye_steder.ut").exit_code == 1
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "Ingenting er endret" in refused.stderr
    assert [path.name for path in Path().glob("*steder*")] == ["steder.ut"]
    assert Path("steder.ut").read_text() == "før"
    assert run("--format", name, "-o", "steder.ut").exit_code == 0
    assert Path("steder.ut").stat().st_size > 10
    entry = db.session.query(AuditEntry).one()
    assert (entry.act, entry.asked) == ("answers:export", f"format={name}&table=marks&published=False")


def busy(*_told: object, **_named: object) -> None:
    raise DatabaseBusy
