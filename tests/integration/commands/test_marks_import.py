"""`lokalkjent marks import`: registrations made elsewhere become marks."""

from __future__ import annotations

import json
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import flask
import pytest
from click.testing import CliRunner, Result
from flask.testing import FlaskClient

from participation.commands import main, marks
from participation.extensions import db
from participation.responses.models import Mark, Response
from tests.factories.classes import AREA, make_activity, make_class, make_project

SWING = {"type": "Point", "coordinates": [5.23, 60.36]}
ROAD = {"type": "LineString", "coordinates": [[5.22, 60.35], [5.225, 60.355], [5.2318, 60.36364]]}
FIELD = {"type": "Polygon", "coordinates": [[[5.22, 60.35], [5.23, 60.35], [5.23, 60.36], [5.22, 60.35]]]}
TWO = {"type": "MultiPoint", "coordinates": [[5.23, 60.36], [5.24, 60.36]]}
FAR = {"type": "Point", "coordinates": [10.7, 59.9]}


def geojson(path: Path, *features: tuple[Any, dict[str, Any]]) -> Path:
    rows = [{"type": "Feature", "geometry": shape, "properties": properties} for shape, properties in features]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": rows}), "utf-8")
    return path


@pytest.fixture
def activity(app: flask.Flask) -> int:
    return make_activity(make_project(area=AREA)).id


@pytest.fixture
def run(app: flask.Flask, activity: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Runs the command in the test's own application; JSON when it was done, else the result."""

    @contextmanager
    def application():
        with app.app_context():
            yield app
            db.session.remove()

    monkeypatch.setattr(marks, "application", application)

    def run(file: Path, *arguments: str) -> Any:
        command = ["marks", "import", str(file), "--activity", str(activity), "--json", *arguments]
        db.session.rollback()
        done: Result = CliRunner().invoke(main, command)
        return json.loads(done.stdout) if done.exit_code == 0 else done

    return run


def stored() -> list[Mark]:
    return db.session.query(Mark).order_by(Mark.id).all()


def test_known_categories_keep_their_question_and_unknown_ones_are_made(run, tmp_path: Path) -> None:
    file = geojson(
        tmp_path / "før.geojson",
        (SWING, {"hva": "Bra", "sagt": "fin huske på Ærøy", "antall": 12}),
        (SWING, {"hva": "Støy & bråk", "sagt": None, "antall": None}),
        (FIELD, {"hva": "Støy & bråk", "sagt": "=1+1", "antall": 1}),
    )
    report = run(file, "--category-field", "hva", "--comment-field", "sagt", "--count-field", "antall")
    assert report == {"read": 3, "accepted": 3, "rejected": 0, "problems": []}
    known, place, area = stored()
    assert (known.question, known.category, known.people) == ("places", "good", 12)
    assert json.loads(known.answers) == {"comment": "fin huske på Ærøy"}
    assert (place.question, place.category) == ("imported_place", "stoy_brak")
    assert (area.question, area.category) == ("imported_area", "stoy_brak")
    response = db.session.query(Response).one()
    assert (response.channel, response.questionnaire_version, response.complete) == ("import", 2, True)


def test_pupils_are_not_asked_about_what_was_imported(run, activity: int, tmp_path: Path, client: FlaskClient) -> None:
    run(geojson(tmp_path / "a.geojson", (SWING, {})), "--category", "Lekeplass")
    class_session = make_class(db.session.get(Response, 1).activity)
    page = client.get(f"/c/{class_session.code}").text
    assert '"questionnaire_version": 2' in page or '"questionnaire_version":2' in page
    assert "Lekeplass" not in page


def test_rows_that_cannot_be_taken_in_are_told_of(run, tmp_path: Path) -> None:
    nested = {"type": "GeometryCollection", "geometries": [SWING, FIELD]}
    file = geojson(
        tmp_path / "a.geojson",
        (TWO, {"n": "3"}),
        (FAR, {"n": "1"}),
        (None, {"n": "1"}),
        (SWING, {"n": "mange"}),
        (nested, {"n": None}),
    )
    report = run(file, "--category", "good", "--count-field", "n")
    assert (report["read"], report["accepted"], report["rejected"]) == (5, 2, 3)
    assert [problem["row"] for problem in report["problems"]] == [2, 3, 4]
    assert [mark.people for mark in stored()] == [3, 3, None, None]


def test_a_school_road_is_cut_at_home(run, tmp_path: Path) -> None:
    run(geojson(tmp_path / "a.geojson", (ROAD, {})), "--category", "school_road")
    (mark,) = stored()
    coordinates = json.loads(mark.geometry)["coordinates"]
    assert coordinates[-1] == [5.2318, 60.36364]
    assert coordinates[0] != [5.22, 60.35]


def test_csv_as_norwegian_excel_writes_it(run, tmp_path: Path) -> None:
    file = tmp_path / "lek.csv"
    file.write_text("navn;lon;lat\nHuske;5,23;60,36\nUten;NULL;NULL\n", "utf-8-sig")
    report = run(file, "--category", "activity", "--comment-field", "navn")
    assert (report["read"], report["accepted"], report["rejected"]) == (2, 1, 1)


def test_csv_with_latitude_and_longitude_in_one_column(run, tmp_path: Path) -> None:
    file = tmp_path / "valg.csv"
    file.write_text('sted;gps\n"Skolen;\nved kirken";60.3600, 5.2300\nUten;\n', "utf-8")
    report = run(file, "--category", "good", "--comment-field", "sted")
    assert (report["read"], report["accepted"], report["rejected"]) == (2, 1, 1)
    (mark,) = stored()
    assert json.loads(mark.geometry)["coordinates"] == [5.23, 60.36]
    assert json.loads(mark.answers)["comment"] == "Skolen;\nved kirken"


def test_the_same_file_is_taken_in_once(run, tmp_path: Path) -> None:
    file = geojson(tmp_path / "a.geojson", (SWING, {}))
    assert run(file, "--category", "good")["accepted"] == 1
    again = run(file, "--category", "good")
    assert again.exit_code == 1
    assert len(stored()) == 1


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--category-field", "finnes_ikke"], 1),
        (["--category", "a", "--category-field", "b"], 2),
        (["--activity", "99"], 1),
    ],
)
def test_refusals(run, tmp_path: Path, arguments: list[str], code: int) -> None:
    assert run(geojson(tmp_path / "a.geojson", (SWING, {"hva": "x"})), *arguments).exit_code == code
    assert stored() == []


def test_a_field_with_too_many_categories_is_refused(run, tmp_path: Path) -> None:
    file = geojson(tmp_path / "a.geojson", *((SWING, {"navn": f"Sted {n}"}) for n in range(60)))
    refused = run(file, "--category-field", "navn")
    assert refused.exit_code == 1
    assert "50" in refused.stderr
