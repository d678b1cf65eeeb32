"""Areas, from a device to the planner's map and to the files: taken as they were drawn, or refused with a reason."""

from __future__ import annotations

import csv
import json
import math
from pathlib import Path
from typing import Any

import pyogrio.raw
import pytest
import shapely
from flask.testing import FlaskClient
from python_calamine import CalamineWorkbook
from shapely.geometry import shape

from exports.formats import FORMATS
from participation.activities.models import Activity
from participation.database import reading
from participation.downloads.request import Request
from participation.downloads.selection import Selection
from participation.downloads.services import write_file
from participation.extensions import db
from participation.responses import queries
from participation.responses.models import Mark, Response
from tests.factories.cast import make_cast
from tests.factories.classes import new_uuid
from tests.factories.surveys import document, make_survey, page, survey_body
from tests.integration.responses.test_hand_in import put
from tests.unit.surveys.documents import category, choices, question

OUTER = [[5.22, 60.35], [5.24, 60.35], [5.24, 60.36], [5.22, 60.36], [5.22, 60.35]]
HOLE = [[5.225, 60.352], [5.225, 60.355], [5.23, 60.355], [5.225, 60.352]]
INSIDE = {"keep": "inside", "area": "project"}


@pytest.fixture
def survey(app: Any) -> Activity:
    park = category("park", "square", followups=[question("single_choice", "used", choices=choices("often", "never"))])
    return make_survey(document(page("map", question("area", "green", categories=[park], boundary=INSIDE))))


def area(*rings: list[list[float]], **answers: Any) -> dict[str, Any]:
    geometry = {"type": "Polygon", "coordinates": list(rings)}
    return {
        "type": "Feature",
        "geometry": geometry,
        "properties": {"question": "green", "category": "park", "answers": answers},
    }


def send(client: FlaskClient, survey: Activity, *marks: dict[str, Any]) -> Any:
    return put(client, new_uuid(), survey_body(survey, *marks, complete=True))


def ring(corners: int, radius: float = 0.005) -> list[list[float]]:
    turns = [2 * math.pi * step / corners for step in range(corners)]
    around = [
        [round(5.23 + radius * math.cos(turn), 6), round(60.36 + radius / 2 * math.sin(turn), 6)] for turn in turns
    ]
    return [*around, around[0]]


def test_an_area_is_kept_as_it_was_drawn_hole_and_all(client: FlaskClient, survey: Activity) -> None:
    assert send(client, survey, area(OUTER, HOLE, used="often")).status_code == 201
    (mark,) = db.session.query(Mark)
    assert json.loads(mark.geometry)["coordinates"] == [OUTER, HOLE]
    assert (mark.west, mark.south, mark.east, mark.north) == (5.22, 60.35, 5.24, 60.36)
    assert json.loads(mark.answers) == {"used": "often"}


@pytest.mark.parametrize(
    ("rings", "told"),
    [
        ([[OUTER[0], OUTER[2], OUTER[1], OUTER[3], OUTER[0]]], "krysser seg selv"),
        ([OUTER, [[5.3, 60.4], [5.31, 60.4], [5.31, 60.41], [5.3, 60.4]]], "krysser seg selv"),
        ([OUTER[:-1]], "er åpen"),
        ([OUTER[:2] + OUTER[:1]], "færre enn tre hjørner"),
        ([[[5.22, 60.35], [5.34, 60.35], [5.34, 60.36], [5.22, 60.35]]], "utenfor området"),
        ([[[5.0, 60.0], [6.0, 60.0], [6.0, 61.0], [5.0, 61.0], [5.0, 60.0]]], "utenfor området"),
        ([ring(5001)], "5002 punkter"),
    ],
)
def test_what_is_no_area_here_is_refused_with_a_reason(
    client: FlaskClient, survey: Activity, rings: Any, told: str
) -> None:
    answer = send(client, survey, area(OUTER), area(*rings))
    assert answer.status_code == 422
    (error,) = answer.json["errors"]
    assert error["field"] == "marks[1].geometry"
    assert told in error["message"], error["message"]
    assert db.session.query(Mark).count() == 0


def test_fifty_thousand_corners_are_refused_at_once(client: FlaskClient, survey: Activity) -> None:
    assert send(client, survey, area(ring(50_000))).status_code in (413, 422)
    assert db.session.query(Mark).count() == 0


def test_as_many_corners_as_may_be_come_back_from_every_file(
    client: FlaskClient, survey: Activity, tmp_path: Path
) -> None:
    assert send(client, survey, area(ring(4000)), area(OUTER, HOLE)).status_code == 201
    file = written(survey, tmp_path, "geojson")
    _meta, _index, found, _values = pyogrio.raw.read(file)
    drawn = [shapely.Polygon(ring(4000)), shapely.Polygon(OUTER, [HOLE])]
    for read, sent in zip(shapely.from_wkb(found), drawn, strict=True):
        assert read.is_valid and shapely.equals_exact(read.normalize(), sent.normalize())
    assert pyogrio.read_info(file)["crs"] == "EPSG:4326"


def test_the_tables_say_how_large_and_where(client: FlaskClient, survey: Activity, tmp_path: Path) -> None:
    send(client, survey, area(OUTER, HOLE, used="never"))
    (row,) = csv.DictReader(written(survey, tmp_path, "csv-comma").read_text(encoding="utf-8").splitlines())
    square = 0.02 * 111_412 * math.cos(math.radians(60.355)) * 0.01 * 111_412
    hole = 0.5 * 0.005 * 111_412 * math.cos(math.radians(60.3535)) * 0.003 * 111_412
    assert float(row["area_m2"]) == pytest.approx(square - hole, rel=0.01)
    assert row["length_m"] == ""
    inside = shapely.Point(float(row["lon"]), float(row["lat"]))
    assert shape(area(OUTER, HOLE)["geometry"]).contains(inside)
    assert (row["question"], row["category"], row["used"], row["used_label"]) == ("green", "park", "never", "Never")
    headings, line = (
        CalamineWorkbook.from_path(written(survey, tmp_path, "xlsx")).get_sheet_by_name("Steder").to_python()
    )
    assert float(line[headings.index("area_m2")]) == float(row["area_m2"])


def test_the_planner_sees_it_on_the_map_and_in_the_table(app: Any) -> None:
    cast = make_cast(app)
    survey = make_survey(document(page("map", question("area", "green"))))
    bare = {**area(OUTER), "properties": {"question": "green", "category": None, "answers": {}}}
    assert put(cast.stranger, new_uuid(), survey_body(survey, bare, complete=True)).status_code == 201
    base = f"/projects/loddefjord/activities/{survey.id}"
    assert cast.planner.get(f"{base}/marks").status_code == 200
    (mark,) = cast.planner.get(f"{base}/marks.json").json["marks"]
    assert mark["geometry"] == {"type": "Polygon", "coordinates": [OUTER]}
    assert mark["label"] == "Spørsmål"


def test_a_mark_without_a_category_has_none_anywhere(client: FlaskClient, app: Any, tmp_path: Path) -> None:
    survey = make_survey(document(page("map", question("area", "green", followups=[question("short_text", "name")]))))
    properties = {"question": "green", "category": None, "answers": {"name": "Enga"}}
    assert send(client, survey, {**area(OUTER), "properties": properties}).status_code == 201
    (response,) = db.session.query(Response)
    (sent_back,) = queries.document(response)["marks"]
    assert sent_back["properties"] == properties | {"home_cut": None}
    (feature,) = json.loads(written(survey, tmp_path, "geojson").read_bytes())["features"]
    told = feature["properties"]
    assert (told["question"], told["category"], told["name"]) == ("green", None, "Enga")


def written(survey: Activity, folder: Path, name: str) -> Path:
    path = folder / f"fil{FORMATS[name].suffix}"
    with reading(db) as session:
        activity = session.get_one(Activity, survey.id)
        write_file(
            session,
            Request(activity, FORMATS[name], selection=Selection(activity.id), language="nb", headings=False),
            path,
        )
    return path
