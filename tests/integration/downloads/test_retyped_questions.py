"""Answers to a question that was of another type when they were given: each is in the files, none stops them."""

from __future__ import annotations

import csv
import io
import itertools
import json
from typing import Any

import flask
import orjson
import pytest
from python_calamine import CalamineWorkbook

from participation.activities.models import Activity, QuestionnaireVersion
from participation.clock import now
from participation.database import writing
from participation.extensions import db
from tests.factories.cast import Cast, make_cast
from tests.factories.classes import new_uuid, point
from tests.factories.surveys import document, make_survey, page, survey_body
from tests.unit.surveys.documents import category, choices, question

TYPES: dict[str, tuple[dict[str, Any], Any]] = {
    "single_choice": ({"choices": choices("ab", "cd")}, "cd"),
    "multiple_choice": ({"choices": choices("ab", "cd")}, ["ab", "cd"]),
    "ranking": ({"choices": choices("ab", "c")}, ["c", "ab"]),
    "matrix": ({"rows": [{"code": "r", "label": {"nb": "R"}}]}, {"r": 3}),
    "whole_number": ({}, 7),
    "date": ({}, "2026-03-01"),
    "short_text": ({}, "=1+1"),
}
PAIRS = list(itertools.permutations(TYPES, 2))


def asked(which: int, prefix: str = "") -> list[dict[str, Any]]:
    """A question for each pair of types, of its first (0) or its second (1)."""
    return [question(pair[which], prefix + "_to_".join(pair), **TYPES[pair[which]][0]) for pair in PAIRS]


def answers(which: int, prefix: str = "") -> dict[str, Any]:
    return {prefix + "_to_".join(pair): TYPES[pair[which]][1] for pair in PAIRS}


def version(which: int) -> dict[str, Any]:
    spots = question("place", "spots", categories=[category("good", followups=asked(which, "mark_"))])
    return document(page("all", *asked(which)), page("map", spots))


@pytest.fixture
def cast(app: flask.Flask) -> Cast:
    return make_cast(app)


@pytest.fixture
def survey(cast: Cast) -> Activity:
    """Answered once before and once after every question became of another type."""
    made = make_survey(version(0))
    send(cast, made, 0)
    with writing(db) as session:
        changed = orjson.dumps(version(1)).decode()
        session.add(QuestionnaireVersion(activity_id=made.id, number=2, document=changed, published_at=now()))
    send(cast, made, 1)
    return made


def send(cast: Cast, survey: Activity, which: int) -> None:
    properties = {"question": "spots", "category": "good", "answers": answers(which, "mark_")}
    mark = point() | {"properties": properties}
    sent = survey_body(survey, mark, answers=answers(which), complete=True, questionnaire_version=which + 1)
    answer = cast.stranger.put(f"/api/responses/{new_uuid()}", json=sent)
    assert answer.status_code == 201, answer.text


def download(cast: Cast, survey: Activity, file: str) -> bytes:
    answer = cast.planner.get(f"/projects/loddefjord/activities/{survey.id}/downloads/{file}?lang=nb")
    assert answer.status_code == 200
    return bytes(answer.data)


def test_answers_of_both_forms_are_in_the_files(cast: Cast, survey: Activity) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(download(cast, survey, "marks.xlsx")))
    for sheet in ("Svar", "Steder"):
        before, after = book.get_sheet_by_name(sheet).to_python()[1:]
        assert {"cd", "ab cd", "=1+1", "7", '{"r":3}'} <= set(before)
        assert {"cd", "ab cd", "=1+1", 7, 3} <= set(after)
    features = json.loads(download(cast, survey, "marks.geojson"))["features"]
    assert len(features) == 2


@pytest.mark.parametrize("table", ["marks", "responses"])
def test_a_text_in_a_column_of_numbers_is_never_a_formula(cast: Cast, survey: Activity, table: str) -> None:
    text = download(cast, survey, f"{table}.csv").decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text), delimiter=";") for cell in row]
    assert "'=1+1" in cells
    assert not [cell for cell in cells if cell.startswith("=")]


def test_the_summary_tells_how_many_it_cannot_count(cast: Cast, survey: Activity) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(download(cast, survey, "marks.xlsx")))
    headings, *rows = book.get_sheet_by_name("Sammendrag").to_python()
    found = [dict(zip(headings, row, strict=True)) for row in rows]
    number = [row for row in found if row["Variabel"] == "short_text_to_whole_number" and not row["Kategorikode"]]
    assert [(row["Betydning"], row["Ulike personer som har svart"], row["Gjennomsnitt"]) for row in number] == [
        ("", 1, 7),
        ("Besvart da spørsmålet var av et annet slag; ikke talt med over", 1, ""),
    ]
