"""The background of answers with personal codes in files: coarse, and blank where few have answered."""

from __future__ import annotations

import csv
import io

import flask
from flask.testing import FlaskClient
from python_calamine import CalamineWorkbook

from participation.activities.models import Activity
from tests.factories.cast import make_cast
from tests.factories.classes import point
from tests.factories.invitations import invite, recipients
from tests.factories.surveys import make_survey
from tests.integration.invitations.test_answering_with_a_code import put


def answered(client: FlaskClient) -> Activity:
    """Nine from zone A, six from B, two from C, one by the open link; the first also tells of a place."""
    survey = make_survey()
    groups = [
        recipients(20, first, **{"Sone": zone, "Alder (år)": "18–29"})
        for first, zone in ((1, "A"), (101, "B"), (201, "C"))
    ]
    issued = invite(survey, *groups)
    for number, one in enumerate((*issued[:9], *issued[20:26], *issued[40:42])):
        marks = (
            [point() | {"properties": {"question": "spots", "category": "good", "answers": {}}}] if not number else []
        )
        assert put(client, survey, one.code, marks=marks).status_code == 201
    assert put(client, survey, None).status_code == 201
    return survey


def rows(planner: FlaskClient, survey: Activity, kind: str) -> list[dict[str, str]]:
    answer = planner.get(f"/projects/loddefjord/activities/{survey.id}/downloads/{kind}.csv?lang=nb")
    assert answer.status_code == 200, answer.text
    return list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig")), delimiter=";"))


def test_background_follows_answers_and_is_blank_where_few_answered(app: flask.Flask) -> None:
    cast = make_cast(app)
    found = rows(cast.planner, answered(cast.stranger), "responses")
    # Two alone would stand out as blanks, so the smallest other group joins them.
    assert [row["Bakgrunn: Sone"] for row in found] == ["A"] * 9 + [""] * 9
    assert [row["Bakgrunn: Alder (år)"] for row in found] == ["18–29"] * 9 + [""] * 9
    assert [row["Kanal"] for row in found] == ["Personlig lenke"] * 17 + ["Åpen lenke"]


def test_a_mark_has_the_background_of_its_answer(app: flask.Flask) -> None:
    cast = make_cast(app)
    [mark] = rows(cast.planner, answered(cast.stranger), "marks")
    assert (mark["Bakgrunn: Sone"], mark["Bakgrunn: Alder (år)"]) == ("A", "18–29")


def test_the_workbook_explains_the_columns(app: flask.Flask) -> None:
    cast = make_cast(app)
    survey = answered(cast.stranger)
    answer = cast.planner.get(f"/projects/loddefjord/activities/{survey.id}/downloads/marks.xlsx?lang=nb")
    book = CalamineWorkbook.from_filelike(io.BytesIO(answer.data))
    known = [row[:3] for row in book.get_sheet_by_name("Kodebok").to_python() if str(row[0]).startswith("background_")]
    assert known == [["background_sone", "Sone", "A"], ["background_alder_ar", "Alder (år)", "18–29"]]


def test_nothing_published_tells_what_those_invited_are_like(app: flask.Flask) -> None:
    cast = make_cast(app)
    survey = answered(cast.stranger)
    address = f"/projects/loddefjord/activities/{survey.id}/downloads/marks.xlsx?lang=nb&published=1"
    book = CalamineWorkbook.from_filelike(io.BytesIO(cast.planner.get(address).data))
    cells = [cell for sheet in book.sheet_names for row in book.get_sheet_by_name(sheet).to_python() for cell in row]
    assert book.sheet_names == ["Om", "Steder", "Kodebok"]
    assert not [cell for cell in cells if "18–29" in str(cell) or "background_" in str(cell)]


def test_a_survey_without_invitations_has_no_such_columns(app: flask.Flask) -> None:
    cast, survey = make_cast(app), make_survey()
    put(cast.stranger, survey, None)
    assert "Bakgrunn: Sone" not in rows(cast.planner, survey, "responses")[0]


def test_the_workbook_tells_answers_by_channel(app: flask.Flask) -> None:
    cast = make_cast(app)
    survey = answered(cast.stranger)
    answer = cast.planner.get(f"/projects/loddefjord/activities/{survey.id}/downloads/marks.xlsx?lang=nb")
    book = CalamineWorkbook.from_filelike(io.BytesIO(answer.data))
    about = dict(row[:2] for row in book.get_sheet_by_name("Om").to_python())
    assert about["Svar etter kanal"] == "Personlig lenke: 17; Åpen lenke: 1"
    summed = [row for row in book.get_sheet_by_name("Sammendrag").to_python() if row[0] == "channel"]
    assert [(row[4], row[8], row[10]) for row in summed] == [("personal_link", 17, 0.9444), ("open_link", 1, 0.0556)]
    overview = " ".join(cast.planner.get("/projects/loddefjord").text.split())
    assert "Personlig lenke: 17 · Åpen lenke: 1" in overview
    assert "Personlig lenke" in cast.planner.get(f"/projects/loddefjord/activities/{survey.id}/ways").text


def test_headings_that_are_alike_have_a_column_each(app: flask.Flask) -> None:
    """Also where a number stands in one of them already."""
    cast, survey = make_cast(app), make_survey()
    issued = invite(survey, recipients(20, **{"Sone 2": "A", "sone": "B"}))
    for one in issued[:6]:
        assert put(cast.stranger, survey, one.code).status_code == 201
    answer = cast.planner.get(f"/projects/loddefjord/activities/{survey.id}/downloads/responses.geojson?lang=nb")
    assert answer.status_code == 200
    first = answer.json["features"][0]["properties"]
    told = {name: value for name, value in first.items() if name.startswith("Bakgrunn: ")}
    assert told == {"Bakgrunn: Sone 2": "A", "Bakgrunn: sone": "B"}
    archive = cast.planner.get(f"/projects/loddefjord/activities/{survey.id}/downloads/marks.archive?lang=nb")
    assert archive.status_code == 200, archive.text
