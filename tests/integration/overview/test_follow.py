"""*Følg med*: what has come in to an activity, and that newer figures come without loading the page again."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import flask
import pytest

from participation.activities.models import Activity
from participation.clock import now
from participation.database import writing
from participation.extensions import db
from participation.overview import figures
from participation.overview.figures import InZone, Sent
from participation.overview.queries import mark_places
from participation.overview.zone_map import people_by_zone
from participation.projects.models import Project, Zone
from participation.projects.zone_lookup import ZoneLookup
from participation.responses.models import Response
from tests.factories.cast import Cast, make_cast
from tests.factories.classes import body, make_class, make_project, new_uuid, point
from tests.factories.surveys import make_survey, survey_body

SQUARE = '{"type":"Polygon","coordinates":[[[5.2,60.3],[5.3,60.3],[5.3,60.4],[5.2,60.4],[5.2,60.3]]]}'
ELSEWHERE = SQUARE.replace("5.2", "6.2").replace("5.3", "6.3")
BOX = {"west": 5.2, "south": 60.3, "east": 5.3, "north": 60.4}


@pytest.fixture
def cast(app: flask.Flask) -> Cast:
    return make_cast(app)


def hand_in(cast: Cast, content: dict[str, Any], **more: Any) -> None:
    data = json.dumps({**content, "complete": True, **more}).encode()
    answer = cast.stranger.put(f"/api/responses/{new_uuid()}", data=data, content_type="application/json")
    assert answer.status_code == 201, answer.text


def address(activity: Activity) -> str:
    return f"/projects/loddefjord/activities/{activity.id}/follow"


def answers(survey: Activity) -> dict[str, Any]:
    return survey_body(survey, answers={"lives_here": "yes"})


def test_the_figures_are_new_as_soon_as_something_comes(cast: Cast) -> None:
    survey = make_survey()
    assert "Ingenting har kommet ennå" in cast.analyst.get(address(survey)).text
    first = cast.analyst.get(f"{address(survey)}/figures")
    again = cast.analyst.get(f"{address(survey)}/figures", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    hand_in(cast, answers(survey))
    fresh = cast.analyst.get(f"{address(survey)}/figures", headers={"If-None-Match": first.headers["ETag"]})
    assert fresh.status_code == 200
    assert '<p class="follow__number number">1</p>' in fresh.json["html"]


def test_a_test_or_hidden_answer_is_none_and_one_that_is_begun_is_told_apart(cast: Cast) -> None:
    survey = make_survey()
    for _ in range(3):
        hand_in(cast, answers(survey))
    cast.stranger.put(f"/api/responses/{new_uuid()}", json=survey_body(survey))
    with writing(db) as session:
        some = session.query(Response).filter(Response.complete.is_(True)).order_by(Response.id).all()
        some[0].is_test, some[1].hidden_at = True, now()
    page = cast.analyst.get(address(survey)).text
    assert '<p class="follow__number number">1</p>' in page
    assert "Én til har begynt og ikke sendt. 50 % av dem som begynte, har sendt." in page


def test_languages_that_few_answer_in_are_not_counted_out(cast: Cast) -> None:
    survey = make_survey()
    for language in ("nb", "nb", "nb", "so"):
        hand_in(cast, answers(survey), language=language)
    found = figures.figures(db.session(), survey, 3, date(2026, 1, 1))
    assert found.languages == [("nb", 3), ("so", None)]
    page = cast.analyst.get(address(survey)).text
    assert "færre enn 3" in page


def test_a_day_is_one_of_a_norwegian_clock(cast: Cast) -> None:
    survey = make_survey()
    for _ in range(3):
        hand_in(cast, answers(survey))
    moments = (datetime(2026, 6, 1, 21, 59), datetime(2026, 6, 1, 22, 1), datetime(2026, 6, 4, 5, 0))
    with writing(db) as session:
        for found, moment in zip(session.query(Response).order_by(Response.id), moments, strict=True):
            found.completed_at = moment.replace(tzinfo=UTC)
    days = figures.by_day(db.session(), survey, date(2026, 6, 4))
    assert len(days) == figures.FEWEST_DAYS
    assert days[-4:] == [(date(2026, 6, 1), 1), (date(2026, 6, 2), 1), (date(2026, 6, 3), 0), (date(2026, 6, 4), 1)]


def test_zones_stand_beside_their_population_and_silent_ones_are_named(cast: Cast) -> None:
    project = make_project()
    with writing(db) as session:
        for code, geometry, population in (("1", SQUARE, 800), ("2", ELSEWHERE, None)):
            zone = {"code": code, "name": f"Sone {code}", "geometry": geometry, "population": population}
            session.add(Zone(project_id=project.id, kind="grunnkrets", **zone, **BOX))
    survey = make_survey(project=project)
    for _ in range(4):
        mark = point(5.25, 60.35)
        mark["properties"]["question"] = "spots"
        hand_in(cast, survey_body(survey, mark, answers={"lives_here": "yes"}))
    zones = db.session.query(Zone).order_by(Zone.id).all()
    marked = people_by_zone(ZoneLookup(zones), mark_places(db.session(), Response.activity_id == survey.id))
    assert figures.by_zone(zones, marked, 3) == [InZone("Sone 1", 4, 800), InZone("Sone 2", 0, None)]
    assert figures.by_zone(zones, marked, 5)[0] == InZone("Sone 1", None, 800)
    page = cast.analyst.get(address(survey)).text
    assert ">5</td>" in page.replace("5,0", "5")
    assert "Soner uten svar: 1 av 2" in page


def test_a_class_is_followed_by_how_many_of_it_have_joined(cast: Cast) -> None:
    class_session = make_class(pupils=3)
    with writing(db) as session:
        session.merge(class_session).pupils_expected = 28
        for pupil in class_session.pupils:
            session.merge(pupil).joined_at = now()
    hand_in(cast, body(class_session, point()))
    page = cast.analyst.get(address(class_session.activity)).text
    assert "3 av 28" in page
    assert class_session.school_name in page


def test_shares_of_nothing_are_not_told() -> None:
    assert Sent(0, 0).share is None
    assert Sent(3, 1).share == 75
    assert InZone("x", 3, 0).of_a_thousand is None
    assert InZone("x", 3, 1500).of_a_thousand == 2.0


def test_a_raised_threshold_hides_more(cast: Cast) -> None:
    survey = make_survey()
    for _ in range(4):
        hand_in(cast, answers(survey))
    with writing(db) as session:
        session.query(Project).one().fewest_signed_in = 10
    assert "færre enn 10" in cast.analyst.get(address(survey)).text


def test_zones_that_are_taken_in_later_are_seen(cast: Cast) -> None:
    survey = make_survey()
    assert "Sone 1" not in cast.analyst.get(address(survey)).text
    zone = {"kind": "grunnkrets", "code": "1", "name": "Sone 1", "geometry": SQUARE, **BOX}
    with writing(db) as session:
        session.add(Zone(project_id=survey.project_id, **zone))
    assert "Sone 1" in cast.analyst.get(address(survey)).text
    with writing(db) as session:
        session.query(Zone).one().population = 4321
    assert "4 321" in cast.analyst.get(address(survey)).text.replace("\xa0", " ")
