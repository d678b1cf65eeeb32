"""A shapefile of ours comes in by the whole names of its columns: ten letters may be those of another question."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import flask
import pytest

from exports.formats import FORMATS
from participation.activities.models import Activity
from participation.database import reading, writing
from participation.downloads.request import Request
from participation.downloads.selection import Selection
from participation.downloads.services import write_file
from participation.extensions import db
from participation.projects.files.geofile import read_rows
from participation.projects.files.layer import Layer
from participation.responses.models import Mark, Response
from tests.factories.cast import make_cast
from tests.factories.classes import make_project
from tests.factories.file_forms import filled_in, uploaded
from tests.factories.mapped_class import make_mark, make_response
from tests.factories.surveys import document, make_survey, page
from tests.unit.surveys.documents import category, question

CARS, LIGHT = "what_you_think_of_the_cars", "what_you_think_of_the_light"
PLACE, LINE = "POINT (5.22 60.37)", "LINESTRING (5.22 60.37, 5.23 60.38)"
pytestmark = pytest.mark.parametrize("store", ["sqlite"], indirect=True)


def survey_asking(*variables: str) -> dict[str, Any]:
    asked = [category("good", followups=[question("short_text", each) for each in variables])]
    ways = question("route", "ways", categories=[category("road", "line")])
    return document(page("map", question("place", "spots", categories=asked), ways))


@pytest.fixture(params=["one layer", "several layers"])
def shapefile(request: pytest.FixtureRequest, app: flask.Flask, tmp_path: Path) -> Path:
    """Of an activity that asks of cars and of light."""
    survey = make_survey(survey_asking(CARS, LIGHT), make_project())
    path = tmp_path / "steder.zip"
    with writing(db) as session:
        marks = [make_mark(PLACE, "spots", "good", **{CARS: "mange biler", LIGHT: "lite lys"})]
        marks += [make_mark(LINE, "ways", "road")] if request.param == "several layers" else []
        make_response(session, session.get_one(Activity, survey.id), marks=marks)
    with reading(db) as session:
        found = session.get_one(Activity, survey.id)
        write_file(session, Request(found, FORMATS["shp"], Selection(found.id), language="nb"), path)
    return path


def test_the_answer_to_one_question_never_becomes_anothers(app: flask.Flask, shapefile: Path) -> None:
    """On screen, where the zip file is unpacked."""
    cast = make_cast(app)
    less = make_survey(survey_asking(LIGHT), make_project("olsvik"))
    address = f"/projects/olsvik/activities/{less.id}/registrations"
    kept = uploaded(cast.planner, address, shapefile.name, shapefile.read_bytes())
    sent = filled_in(cast.planner.get(kept.location).text)
    refused = cast.planner.post(kept.location, data=sent)
    assert f"«{CARS}»" in refused.text
    taken = cast.planner.post(kept.location, data=filled_in(refused.text))
    assert taken.status_code == 302, taken.text
    of_less = db.session.query(Mark).join(Response).filter(Response.activity_id == less.id, Mark.question == "spots")
    assert [json.loads(mark.answers) for mark in of_less] == [{LIGHT: "lite lys"}]


def test_the_command_reads_it_packed_and_unpacked(shapefile: Path, tmp_path: Path) -> None:
    with ZipFile(shapefile) as packed:
        packed.extractall(tmp_path / "ut")
        (first,) = (name for name in packed.namelist() if name.endswith("punkt.shp"))
    for path in (shapefile, tmp_path / "ut" / first):
        (row,) = read_rows(path, Layer(Path(first).stem))
        assert (row.attributes[CARS], row.attributes[LIGHT]) == ("mange biler", "lite lys"), path.suffix
