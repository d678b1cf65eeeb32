"""`lokalkjent marks import`: registrations made elsewhere become marks."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import flask
import pytest
from click.testing import CliRunner, Result
from flask.testing import FlaskClient

from participation.activities.models import Activity
from participation.activities.publishing import publish
from participation.commands import main, marks
from participation.database import writing
from participation.errors import Refused
from participation.extensions import db
from participation.projects.files.geofile import read_rows
from participation.responses import imported_rows, importing, services
from participation.responses.models import Mark, Response
from participation.responses.registrations import Fields
from surveys.templates import template
from tests.factories.classes import AREA, make_activity, make_class, make_project

SWING = {"type": "Point", "coordinates": [5.23, 60.36]}
ROAD = {"type": "LineString", "coordinates": [[5.22, 60.35], [5.225, 60.355], [5.2318, 60.36364]]}
FIELD = {"type": "Polygon", "coordinates": [[[5.22, 60.35], [5.23, 60.35], [5.23, 60.36], [5.22, 60.35]]]}
TWO = {"type": "MultiPoint", "coordinates": [[5.23, 60.36], [5.24, 60.36]]}
FAR = {"type": "Point", "coordinates": [10.7, 59.9]}


def geojson(path: Path, *features: tuple[Any, dict[str, Any]], ids: Sequence[object] = ()) -> Path:
    rows = [{"type": "Feature", "geometry": shape, "properties": properties} for shape, properties in features]
    for row, identity in zip(rows, ids, strict=False):
        row["id"] = identity
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


def test_coordinates_in_the_wrong_order_are_said_to_be_just_that(run, tmp_path: Path) -> None:
    turned = {"type": "Point", "coordinates": SWING["coordinates"][::-1]}
    done = run(geojson(tmp_path / "a.geojson", (turned, {}), (FAR, {})), "--category", "Huske")
    told = [problem["message"] for problem in json.loads(done.stdout)["problems"]]
    assert told[0] == f"{told[1]} Med lengdegrad og breddegrad i hverandres sted ligger det innenfor. Bytt om de to."


def test_another_place_with_an_id_that_is_taken_is_not_said_to_be_there(run, tmp_path: Path) -> None:
    """Two deliveries that number their rows from 1: what is left out of the second is not taken for the first's."""
    places = (SWING, {"c": "Huske"}), (ROAD, {"c": "Vei"}), (FIELD, {"c": "Løkke"}), (TWO, {"c": "Begge"})
    run(geojson(tmp_path / "first.geojson", *places, ids=(1, 2, 3, 4)), "--category-field", "c")
    again = run(geojson(tmp_path / "again.geojson", *places, ids=(1, 2, 3, 4)), "--category-field", "c")
    assert [problem["message"] for problem in again["problems"]] == ["Raden er her fra før. Den teller én gang."] * 4
    far = {"type": "Point", "coordinates": [5.24, 60.3601]}
    second = run(geojson(tmp_path / "second.geojson", (far, {"c": "Huske"}), ids=(1,)), "--category-field", "c")
    assert (second["accepted"], len(stored())) == (0, 5)
    assert "En rad med denne id-en er her fra før, på et annet sted" in second["problems"][0]["message"]


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
    assert (known.question, known.category) == ("places", "good")
    assert json.loads(known.answers) == {"comment": "fin huske på Ærøy"}
    assert (place.question, place.category) == ("imported_place", "stoy_brak")
    assert (area.question, area.category) == ("imported_area", "stoy_brak")
    responses = db.session.query(Response).order_by(Response.id).all()
    assert [response.people for response in responses] == [12, 1, 1]
    assert [response.marks for response in responses] == [[known], [place], [area]]
    assert {(one.channel, one.questionnaire_version, one.complete) for one in responses} == {("import", 2, True)}
    assert len({response.uuid for response in responses}) == 3


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
    first, last = db.session.query(Response).order_by(Response.id).all()
    assert (first.people, len(first.marks), last.people, len(last.marks)) == (3, 2, 1, 2)


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


HERE = {"what": "good", "said": "fint", "id": 7}
THERE = {"what": "good", "said": "fint", "id": 8}
WORDS = ("--category-field", "what", "--comment-field", "said")


def counts(report: dict[str, Any]) -> tuple[int, int, int]:
    return report["read"], report["accepted"], report["rejected"]


def test_the_same_file_is_taken_in_once_and_says_so(run, tmp_path: Path) -> None:
    file = geojson(tmp_path / "a.geojson", (SWING, HERE), (FIELD, THERE))
    assert counts(run(file, *WORDS)) == (2, 2, 0)
    again = run(file, *WORDS)
    assert counts(again) == (2, 0, 2)
    known = "Raden er her fra før. Den teller én gang."
    assert again["problems"] == [{"row": 1, "message": known}, {"row": 2, "message": known}]
    assert len(stored()) == 2


def test_a_row_is_known_by_its_id_wherever_it_comes_from(run, tmp_path: Path) -> None:
    run(geojson(tmp_path / "a.geojson", (SWING, {"what": "good", "said": "a"}), ids=[7]), *WORDS)
    table = tmp_path / "a.csv"
    table.write_text("ID;what;said;lon;lat\n7;good;rettet;5,2301;60,36\n9;good;ny;5,23;60,36\n", "utf-8")
    assert counts(run(table, *WORDS)) == (2, 1, 1)
    assert [json.loads(mark.answers)["comment"] for mark in stored()] == ["a", "ny"]


def test_another_category_makes_another_registration(run, tmp_path: Path) -> None:
    file = geojson(tmp_path / "a.geojson", (SWING, HERE))
    assert counts(run(file, "--category", "good")) == counts(run(file, "--category", "unsafe")) == (1, 1, 0)


def test_rows_without_an_id_of_their_own_are_known_by_what_they_say(run, tmp_path: Path) -> None:
    first = (SWING, {"what": "good", "said": "fint", "id": 0})
    other = (SWING, {"what": "good", "said": "her også", "id": 0})
    assert counts(run(geojson(tmp_path / "a.geojson", first, other, first), *WORDS)) == (3, 2, 1)
    bare = [(shape, {"what": "good", "said": said, "id": None}) for shape, said in ((SWING, "x"), (SWING, "x"))]
    twins = geojson(tmp_path / "b.geojson", *bare)
    assert counts(run(twins, *WORDS)) == (2, 2, 0)
    assert counts(run(twins, *WORDS)) == (2, 0, 2)


def test_the_field_with_the_ids_can_be_named(run, tmp_path: Path) -> None:
    rows = [(SWING, {"id": 1, "nr": "a"}), (SWING, {"id": 1, "nr": "b"})]
    words = ("--category", "good", "--id-field", "nr")
    assert counts(run(geojson(tmp_path / "a.geojson", *rows), *words)) == (2, 2, 0)
    assert counts(run(geojson(tmp_path / "b.geojson", *rows[1:]), *words)) == (1, 0, 1)


def test_what_was_erased_does_not_come_back(run, tmp_path: Path) -> None:
    file = geojson(tmp_path / "a.geojson", (SWING, HERE))
    run(file, *WORDS)
    with writing(db) as session:
        response = session.query(Response).one()
        services.erase(session, response.uuid, response)
    assert counts(run(file, *WORDS)) == (1, 0, 1)
    assert stored() == []


def test_rows_of_a_respondent_are_one_answer_and_fields_called_as_questions_its_answers(run, tmp_path: Path) -> None:
    rows = [(ROAD, {"barn": 1, "id": 1, "mode": "walk"}), (ROAD, {"barn": 1, "id": 2, "mode": "fly"})]
    file = geojson(tmp_path / "a.geojson", *rows)
    report = run(file, "--category", "school_road", "--respondent-field", "barn", "--cut")
    assert (report["accepted"], [problem["row"] for problem in report["problems"]]) == (2, [2])
    (response,) = db.session.query(Response).all()
    assert [json.loads(mark.answers) for mark in response.marks] == [{"mode": "walk"}, {}]
    assert [json.loads(mark.geometry)["coordinates"] for mark in response.marks] == [ROAD["coordinates"]] * 2


def test_two_runs_at_once_store_a_row_once(run, activity: int, tmp_path: Path) -> None:
    file = geojson(tmp_path / "a.geojson", (SWING, HERE))
    found = db.session.get_one(Activity, activity)
    registrations, report = importing.read(read_rows(file), Fields(category="good"))
    plan = importing.prepare(db.session(), found, registrations, report)
    run(file, "--category", "good")
    with writing(db) as session:
        (part,) = plan.parts()
        imported_rows.store(session, session.get_one(Activity, activity), 1, part, report)
    assert (report.accepted, report.rejected, report.known) == (0, 1, 1)
    assert len(stored()) == 1


def test_a_questionnaire_changed_meanwhile_is_not_overwritten(app: flask.Flask, activity: int, tmp_path: Path) -> None:
    file = geojson(tmp_path / "a.geojson", (SWING, {}))
    found = db.session.get_one(Activity, activity)
    plan = importing.prepare(db.session(), found, *importing.read(read_rows(file), Fields(category="Ny")))
    with writing(db) as session:
        found = session.get_one(Activity, activity)
        publish(session, found, template("barnetrakk_3_7"))
    with writing(db) as session, pytest.raises(Refused, match=r"changed the questionnaire|endret skjemaet"):
        importing.publish(session, session.get_one(Activity, activity), plan)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--category-field", "finnes_ikke"], 1),
        (["--category", "a", "--category-field", "b"], 2),
        (["--category", "a", "--layer", "b", "--all-layers"], 2),
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


def test_a_category_is_kept_whole_or_told_of(run, tmp_path: Path) -> None:
    """What cannot be stored of it is left out; cut off, two long ones would become one."""
    named = (SWING, {"c": "Hus\0ke"}), (SWING, {"c": "x" * 201})
    report = run(geojson(tmp_path / "a.geojson", *named), "--category-field", "c")
    assert (report["accepted"], [problem["row"] for problem in report["problems"]]) == (1, [2])
    assert (
        report["problems"][0]["message"] == "Kategorien kan ikke tas inn. Teksten har 201 tegn. Kort den ned til 200."
    )
    assert stored()[0].category == "huske"


def test_the_coordinate_system_can_be_said(run, tmp_path: Path) -> None:
    """CSV has no place for it."""
    file = tmp_path / "a.csv"
    for number, headings in enumerate(("aust;nord", "POINT_X;POINT_Y", "Ø;N")):
        file.write_text(f"{headings}\n29200{number};6696500\n", "utf-8")
        assert run(file, "--category", "Huske", "--crs", "25832")["accepted"] == 1
    file.write_text("øst;nord\n292090;6696500\n", "utf-8")
    assert run(file, "--category", "Huske", "--crs", "utm").exit_code == 1
    assert "--crs 25832" in run(file, "--category", "Huske").output
    assert run(file, "--category", "Huske", "--crs", "25832")["accepted"] == 1
