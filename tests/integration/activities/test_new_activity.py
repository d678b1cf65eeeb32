"""A planner begins an activity on screen with any of the ready questionnaires."""

from __future__ import annotations

import re
from io import BytesIO

import flask
import pytest
from sqlalchemy import select

from participation.activities import queries
from participation.activities.forms import NewActivityForm
from participation.activities.kinds import EMPTY, KIND_OF_TEMPLATE, KINDS, OWN_WORKBOOK
from participation.activities.models import Activity
from participation.extensions import db
from surveys.templates import TEMPLATES, template
from surveys.xlsform.workbook_writing import export_workbook
from tests.factories.cast import make_cast
from tests.factories.classes import make_project

NEW = "/projects/loddefjord/activities/new"


def test_every_ready_questionnaire_can_be_chosen(app: flask.Flask) -> None:
    with app.test_request_context():
        offered = [value for value, *_rest in NewActivityForm().template.iter_choices()]
    assert set(offered) == {*TEMPLATES, OWN_WORKBOOK, EMPTY} == set(KIND_OF_TEMPLATE)
    assert set(KIND_OF_TEMPLATE.values()) <= set(KINDS)


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_activity_begins_with_it(app: flask.Flask, name: str) -> None:
    make_project()
    cast = make_cast(app)
    made = cast.planner.post(NEW, data={"title": "Nabolaget", "template": name})
    assert made.status_code == 302
    activity = db.session.scalars(select(Activity)).one()
    assert activity.kind == KIND_OF_TEMPLATE[name]
    asked = queries.questionnaire(db.session(), activity.id, 1)
    assert asked is not None and asked.document["title"] == template(name)["title"]
    assert cast.planner.get(made.location).status_code == 200


def test_a_survey_begins_with_a_workbook_of_its_own(app: flask.Flask) -> None:
    make_project()
    planner = make_cast(app).planner
    asked = planner.post(NEW, data={"title": "Nabolaget", "template": OWN_WORKBOOK}, follow_redirects=True).text
    assert "Velg arbeidsboken nå" in asked
    survey = db.session.scalars(select(Activity)).one()
    assert (survey.kind, queries.newest_number(db.session(), survey)) == ("resident_survey", None)
    place = f"/projects/loddefjord/activities/{survey.id}"
    early = planner.post(f"{place}/open", follow_redirects=True).text
    assert "har ikke noe skjema ennå" in early
    book = export_workbook(template("safety_walk"))
    sent = {"workbook": (BytesIO(book), "skjema.xlsx")}
    draft = planner.post(f"{place}/questionnaire", data=sent, follow_redirects=True).text
    assert "Publiser denne versjonen" in draft
    [edition] = set(re.findall(r'name="seen" value="([^"]+)"', draft))
    planner.post(f"{place}/questionnaire/publish", data={"based_on": "", "seen": edition})
    assert queries.newest_number(db.session(), survey) == 1


def test_another_questionnaire_is_refused(app: flask.Flask) -> None:
    make_project()
    answer = make_cast(app).planner.post(NEW, data={"title": "Nabolaget", "template": "no such"})
    assert answer.status_code == 422 and db.session.scalars(select(Activity)).first() is None
