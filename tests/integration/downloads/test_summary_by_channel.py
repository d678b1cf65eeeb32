"""The summary of answers that came by several channels: together, and beside that each channel by itself."""

from __future__ import annotations

import io
from typing import Any

import flask
import pytest
from python_calamine import CalamineWorkbook

from participation.activities.models import Activity
from participation.database import writing
from participation.extensions import db
from participation.responses.models import Response
from tests.factories.cast import Cast, make_cast
from tests.factories.classes import new_uuid, point
from tests.factories.surveys import document, make_survey, page, survey_body
from tests.unit.surveys.documents import category, choices, question

SPOTS = question(
    "place",
    "spots",
    categories=[category("good", followups=[question("single_choice", "why", choices=choices("green", "quiet"))])],
)


@pytest.fixture
def cast(app: flask.Flask) -> Cast:
    return make_cast(app)


@pytest.fixture
def survey(cast: Cast) -> Activity:
    """Three by the open link, one of them in nynorsk and two with a mark; one from paper with a mark."""
    asked = page(
        "home", question("single_choice", "lives", choices=choices("yes", "no")), question("whole_number", "age")
    )
    made = make_survey(document(asked, page("map", SPOTS), languages=["nb", "nn"]))
    for number, (lives, age, language, why) in enumerate(
        [("yes", 20, "nb", "green"), ("yes", 40, "nn", "quiet"), ("no", 60, "nb", None), ("no", 80, "nb", "green")]
    ):
        uuid = new_uuid()
        properties = {"question": "spots", "category": "good", "answers": {"why": why}}
        marks = [point() | {"properties": properties}] * 2 if why else []
        given = {"answers": {"lives": lives, "age": age}, "language": language, "complete": True}
        answer = cast.stranger.put(f"/api/responses/{uuid}", json=survey_body(made, *marks, **given))
        assert answer.status_code == 201, answer.text
        if number == 3:
            with writing(db) as session:
                session.query(Response).filter_by(uuid=uuid).one().channel = "paper"
    return made


def summary(cast: Cast, survey: Activity, query: str = "") -> list[dict[str, Any]]:
    answer = cast.planner.get(f"/projects/loddefjord/activities/{survey.id}/downloads/marks.xlsx?lang=nb{query}")
    headings, *rows = (
        CalamineWorkbook.from_filelike(io.BytesIO(answer.data)).get_sheet_by_name("Sammendrag").to_python()
    )
    return [dict(zip(headings, row, strict=True)) for row in rows]


def told(rows: list[dict[str, Any]], variable: str, code: str, *names: str) -> list[tuple[Any, ...]]:
    return [
        (row["Kanal"], *(row[name] for name in names))
        for row in rows
        if (row["Variabel"], row["Kode"]) == (variable, code)
    ]


PEOPLE, MARKS, SHARE, MEAN = "Ulike personer som har svart", "Antall steder", "Andel", "Gjennomsnitt"
ALL, LINK, PAPER = "Alle kanaler sammen", "Åpen lenke", "Papir"


def test_each_frequency_is_told_together_and_of_each_channel(cast: Cast, survey: Activity) -> None:
    rows = summary(cast, survey)
    assert told(rows, "lives", "yes", PEOPLE, SHARE) == [(ALL, 2, 0.5), (LINK, 2, 0.6667), (PAPER, 0, 0)]
    assert told(rows, "lives", "no", PEOPLE, SHARE) == [(ALL, 2, 0.5), (LINK, 1, 0.3333), (PAPER, 1, 1)]
    assert told(rows, "age", "", PEOPLE, MEAN) == [(ALL, 4, 50), (LINK, 3, 40), (PAPER, 1, 80)]


def test_marks_too(cast: Cast, survey: Activity) -> None:
    rows = summary(cast, survey)
    assert told(rows, "spots", "", PEOPLE, MARKS) == [(ALL, 3, 6), (LINK, 2, 4), (PAPER, 1, 2)]
    assert told(rows, "why", "green", PEOPLE, MARKS, SHARE) == [
        (ALL, 2, 4, 0.6667),
        (LINK, 1, 2, 0.5),
        (PAPER, 1, 2, 1),
    ]
    assert told(rows, "why", "quiet", PEOPLE, MARKS, SHARE) == [(ALL, 1, 2, 0.3333), (LINK, 1, 2, 0.5)]


def test_one_channel_alone_is_named_and_not_repeated(cast: Cast, survey: Activity) -> None:
    rows = summary(cast, survey, "&channel=open_link")
    assert {row["Kanal"] for row in rows} == {LINK}
    assert told(rows, "age", "", PEOPLE, MEAN) == [(LINK, 3, 40)]


def test_the_same_answer_in_two_languages_is_one_row(cast: Cast, survey: Activity) -> None:
    rows = summary(cast, survey, "&channel=open_link")
    assert [row["Kode"] for row in rows if row["Variabel"] == "lives"] == ["", "yes", "no"]
    assert told(rows, "lives", "yes", PEOPLE) == [(LINK, 2)]
