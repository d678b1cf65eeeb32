"""What is left out of a file of ours is told of, row by row: answers that the activity has no room for, and what does not
count where it comes from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import flask
import pytest

from exports.formats import FORMATS
from participation.activities.models import Activity
from participation.clock import now
from participation.database import reading, writing
from participation.downloads.request import Request
from participation.downloads.selection import LEFT_OUT, Selection
from participation.downloads.services import write_file
from participation.extensions import db
from participation.projects.files.geofile import read_rows
from participation.projects.files.report import Report
from participation.registrations.own_fields import as_ours, names_in, own_fields, questions, with_names
from participation.registrations.rows_of_files import all_rows
from participation.responses import importing
from participation.responses.registrations import Fields
from tests.factories.classes import make_project, new_uuid
from tests.factories.mapped_class import make_mark, make_response
from tests.factories.surveys import document, make_survey, page
from tests.unit.surveys.documents import category, choices, label, question

STAYS = [question("single_choice", "why", label=label("Hvorfor?"), choices=choices("dark", "cars"))]
GONE = [
    question("short_text", "said", label=label("Hva sa de?")),
    question("single_choice", "when", label=label("Når da?"), choices=choices("day", "night")),
]
PHOTO = question("photo", "seen", label=label("Bilde"))
ANSWERS: dict[str, Any] = {"why": "dark", "said": "=1+1", "when": "night", "place_name": "Svingen", "mode": "walk"}


IN_EACH_FORM = pytest.mark.parametrize("name", ["geojson", "gpkg", "shp", "gml", "csv"])
WITH_AND_WITHOUT_HEADINGS = pytest.mark.parametrize("headings", [False, True])


def survey_asking(*followups: dict[str, Any]) -> dict[str, Any]:
    usual = [question("short_text", "place_name"), question("single_choice", "mode", choices=choices("walk", "bus"))]
    asked = [category("good", followups=[*usual, *followups])]
    return document(page("map", question("place", "spots", categories=asked)))


@pytest.fixture
def activities(app: flask.Flask) -> tuple[Activity, Activity]:
    """One with answers, and one that asks for less."""
    project = make_project()
    full = make_survey(survey_asking(*STAYS, *GONE, PHOTO), project)
    less = make_survey(survey_asking(*STAYS, PHOTO), project)
    with writing(db) as session:
        marks = [
            make_mark("POINT (5.22 60.37)", "spots", "good", **ANSWERS, seen=[new_uuid()]),
            make_mark("POINT (5.23 60.37)", "spots", "good", why="cars"),
        ]
        invited = '{"Sone":"Vadmyra"}'
        make_response(session, session.get_one(Activity, full.id), marks=marks, background=invited)
    return full, less


def taken_in(
    folder: Path,
    activities: tuple[Activity, Activity],
    name: str,
    *,
    headings: bool,
    also: frozenset[str] = frozenset(),
) -> Report:
    """How it goes when the first one's file is taken in to the second."""
    path = folder / f"fil{FORMATS[name].suffix}"
    with reading(db) as session:
        full, less = (session.get_one(Activity, one.id) for one in activities)
        chosen = Selection(full.id, also=also)
        write_file(session, Request(full, FORMATS[name], chosen, language="nb", headings=headings), path)
        rows = list(read_rows(path)) if name in ("csv", "geojson") else all_rows(path)
        own = own_fields(names_in(rows), questions(session, less))
        registrations, report = importing.read(rows, with_names(as_ours(Fields(), own), own))
        importing.prepare(session, less, registrations, report)
    return report


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@IN_EACH_FORM
@WITH_AND_WITHOUT_HEADINGS
def test_answers_that_nobody_asks_for_here_are_told_of(
    activities: tuple[Activity, Activity], tmp_path: Path, name: str, headings: bool
) -> None:
    report = taken_in(tmp_path, activities, name, headings=headings)
    assert (report.accepted, report.rejected, report.partial) == (2, 0, 3)
    assert {problem["row"] for problem in report.problems} == {1}
    told = sorted(problem["message"].partition("«")[2].partition("»")[0] for problem in report.problems)
    is_headed = headings and name in ("csv", "geojson")
    assert told == (["Hva sa de?", "Når da? (kode)", "seen"] if is_headed else ["said", "seen", "when"])


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@IN_EACH_FORM
@WITH_AND_WITHOUT_HEADINGS
def test_what_is_hidden_or_a_test_does_not_come_back_by_way_of_a_file(
    activities: tuple[Activity, Activity], tmp_path: Path, name: str, headings: bool
) -> None:
    with writing(db) as session:
        found = session.get_one(Activity, activities[0].id)
        hidden = make_mark("POINT (5.24 60.37)", "spots", "good")
        hidden.hidden_at = now()
        make_response(session, found, marks=[hidden, make_mark("POINT (5.25 60.37)", "spots", "good")])
        for state in ({"hidden_at": now()}, {"is_test": True}, {"complete": False}):
            make_response(session, found, marks=[make_mark("POINT (5.26 60.37)", "spots", "good")], **state)
    report = taken_in(tmp_path, activities, name, headings=headings, also=frozenset(LEFT_OUT))
    assert (report.accepted, report.rejected) == (3, 4)
    told = sorted(problem["message"] for problem in report.problems if "teller ikke" in problem["message"])
    assert [message.partition("status: ")[2].partition(")")[0] for message in told] == [
        "draft",
        "hidden",
        "hidden",
        "test",
    ]
