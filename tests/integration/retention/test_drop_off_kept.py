"""Where people stopped is kept when retention takes their drafts, as counts alone."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

import flask
import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import update

from participation.activities import services as activities
from participation.activities.models import Activity
from participation.clock import now
from participation.database import writing
from participation.drop_off.models import StopCount
from participation.extensions import db
from participation.responses.models import Mark, Response
from participation.retention.purging import purge
from tests.factories.cast import Cast, make_cast
from tests.factories.classes import new_uuid, point
from tests.factories.surveys import document, make_survey, page, survey_body
from tests.unit.surveys.documents import category, label, question

HOME = page("home", question("short_text", "street", label=label("Hvilken gate?")), question("short_text", "age"))
PLACES = page("places", question("place", "spots", label=label("Hvor?"), categories=[category("good")], min_marks=1))
LATER = page("home", question("short_text", "age"))


@pytest.fixture
def cast(app: flask.Flask) -> Cast:
    return make_cast(app)


@pytest.fixture
def survey(cast: Cast) -> Activity:
    """Three stand at the first question, one at the map, one has put a mark, one has sent."""
    made = make_survey(document(HOME, PLACES))
    both = {"street": "Liaveien", "age": "40"}
    mark = point() | {"properties": {"question": "spots", "category": "good", "answers": {}}}
    for _time in range(3):
        begin(cast, made, answers={})
    begin(cast, made, answers=both, page="places")
    begin(cast, made, mark, answers={"age": "40"}, page="places")
    begin(cast, made, mark, answers=both, complete=True)
    return made


def begin(cast: Cast, survey: Activity, *marks: dict[str, Any], **fields: Any) -> None:
    answer = cast.stranger.put(f"/api/responses/{new_uuid()}", json=survey_body(survey, *marks, **fields))
    assert answer.status_code == 201, answer.text


def let_time_pass(days: int = 200) -> None:
    with writing(db) as session:
        session.execute(update(Response).values(received_at=now() - timedelta(days=days)))
    list(purge())


def kept() -> dict[tuple[int, str], int]:
    db.session.expire_all()
    return {(row.questionnaire_version, row.question): row.count for row in db.session.query(StopCount)}


def told(cast: Cast, survey: Activity) -> str:
    return cast.planner.get(f"/projects/loddefjord/activities/{survey.id}/follow?lang=nb").text


def summary(cast: Cast, survey: Activity, query: str = "") -> list[tuple[Any, ...]]:
    answer = cast.planner.get(f"/projects/loddefjord/activities/{survey.id}/downloads/marks.xlsx?lang=nb{query}")
    rows = CalamineWorkbook.from_filelike(io.BytesIO(answer.data)).get_sheet_by_name("Sammendrag").to_python()
    stopped = "Stoppet her, av dem som ikke har sendt inn"
    return [(row[0], row[8], row[10]) for row in rows if row[0] == "begun" or row[5] == stopped]


def test_counts_stay_when_the_drafts_go(cast: Cast, survey: Activity) -> None:
    before = summary(cast, survey)
    assert before == [("begun", 5, ""), ("street", 3, 0.6), ("spots", 2, 0.4)]
    let_time_pass()
    assert db.session.query(Response).count() == 1
    assert db.session.query(Mark).count() == 1
    assert kept() == {(1, "street"): 3, (1, "spots"): 2}
    assert summary(cast, survey) == before
    page = told(cast, survey)
    assert "5 har begynt og ikke sendt inn" in page
    assert "Slettet etter fristen, slik at bare hvor de stoppet er igjen: 5." in page


def test_what_comes_later_is_added(cast: Cast, survey: Activity) -> None:
    let_time_pass()
    begin(cast, survey, answers={})
    assert summary(cast, survey)[:2] == [("begun", 6, ""), ("street", 4, 0.6667)]
    let_time_pass()
    assert kept() == {(1, "street"): 4, (1, "spots"): 2}


def test_questions_that_are_asked_no_longer_are_told_of(cast: Cast, survey: Activity) -> None:
    with writing(db) as session:
        activities.publish(session, session.get_one(Activity, survey.id), document(LATER, PLACES))
    assert "Hvilken gate?" in told(cast, survey)
    assert "spørres det ikke om lenger" in told(cast, survey)
    assert ("street", 3, 0.6) in summary(cast, survey)


def test_a_selection_tells_nothing_of_drafts(cast: Cast, survey: Activity) -> None:
    assert summary(cast, survey, "&channel=open_link") == []
    assert summary(cast, survey, "&also=draft") == []


def test_tests_and_withdrawn_drafts_are_counted_nowhere(cast: Cast, survey: Activity) -> None:
    with writing(db) as session:
        session.execute(update(Response).where(Response.complete.is_(False)).values(is_test=True))
    let_time_pass()
    assert kept() == {}


def test_counts_go_with_their_activity(cast: Cast, survey: Activity) -> None:
    let_time_pass()
    with writing(db) as session:
        session.delete(session.get_one(Activity, survey.id))
    assert kept() == {}
