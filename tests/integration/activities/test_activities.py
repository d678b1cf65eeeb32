"""Making, changing, opening and closing an activity."""

from __future__ import annotations

from datetime import date

import flask
import pytest

from participation.activities.models import Activity, QuestionnaireVersion
from participation.extensions import db
from tests.factories.cast import Cast, make_cast
from tests.factories.classes import make_activity, make_project
from tests.factories.surveys import make_survey

BASE = "/projects/loddefjord/activities"


@pytest.fixture
def cast(app: flask.Flask) -> Cast:
    return make_cast(app)


def only_activity() -> Activity:
    db.session.rollback()
    return db.session.query(Activity).one()


def test_a_planner_makes_a_class_mapping_for_the_older_ones(cast: Cast) -> None:
    make_project()
    data = {"title": "Barnetråkk 2027", "template": "barnetrakk_8_10", "answer_by": "2027-03-01", "promise": ""}
    answer = cast.planner.post(f"{BASE}/new", data=data)
    activity = only_activity()
    assert answer.location == f"{BASE}/{activity.id}/classes"
    assert (activity.title, activity.status, activity.answer_by) == ("Barnetråkk 2027", "draft", date(2027, 3, 1))
    assert '"age":"8-10"' in db.session.query(QuestionnaireVersion).one().document


def test_an_unknown_template_or_no_title_is_refused(cast: Cast) -> None:
    make_project()
    for data in ({"title": "", "template": "barnetrakk_3_7"}, {"title": "T", "template": "../../etc"}):
        assert cast.planner.post(f"{BASE}/new", data=data).status_code == 422
    assert db.session.query(Activity).count() == 0


def test_title_and_promise_are_changed_and_the_activity_opens_and_closes(cast: Cast) -> None:
    make_activity()
    path = f"{BASE}/{only_activity().id}"
    cast.planner.post(f"{path}/edit", data={"title": "<b>Ny</b>", "promise": "Vi kommer i juni."})
    assert only_activity().promise == "Vi kommer i juni."
    assert "&lt;b&gt;Ny" in cast.planner.get(BASE).text
    cast.planner.post(f"{path}/close")
    assert only_activity().status == "closed"
    cast.planner.post(f"{path}/open")
    assert only_activity().status == "open"


def test_an_analyst_looks_and_a_stranger_does_not(cast: Cast) -> None:
    activity = make_activity()
    assert cast.analyst.get(BASE).status_code == 200
    assert cast.stranger.get(BASE).status_code == 302
    for path in (f"{BASE}/new", f"{BASE}/{activity.id}/edit"):
        assert cast.analyst.get(path).status_code == 403
    assert cast.analyst.post(f"{BASE}/{activity.id}/close").status_code == 403


def test_another_projects_activity_is_not_found(cast: Cast) -> None:
    activity = make_activity()
    make_project("olsvik")
    assert cast.planner.get(f"/projects/olsvik/activities/{activity.id}/edit").status_code == 404


def test_a_survey_is_paused_and_has_no_classes(cast: Cast) -> None:
    survey = make_survey()
    path = f"{BASE}/{survey.id}"
    for verb, status in (("pause", "paused"), ("open", "open"), ("close", "closed")):
        page = cast.planner.post(f"{path}/{verb}", follow_redirects=True)
        assert only_activity().status == status
        assert f"{path}/classes" not in page.text
        assert page.request.path == f"{path}/questionnaire"
        assert f"{path}/{verb}" not in cast.planner.get(f"{path}/edit").text
    assert f"{path}/classes" not in cast.planner.get(BASE).text
