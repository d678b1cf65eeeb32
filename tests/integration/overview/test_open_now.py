"""The project at a glance names what is open, surveys and classes alike, and whom an answer is owed."""

from __future__ import annotations

import datetime

import flask

from participation.activities import services
from participation.activities.models import Activity
from participation.database import writing
from participation.extensions import db
from tests.factories.cast import make_cast
from tests.factories.classes import make_project
from tests.factories.surveys import make_survey


def test_an_open_survey_is_named_and_its_answer_is_owed(app: flask.Flask) -> None:
    planner = make_cast(app).planner
    project = make_project()
    assert "Ingen er spurt ennå." in planner.get("/projects/loddefjord").text
    survey = make_survey(project=project)
    with writing(db) as session:
        services.promise(session.get_one(Activity, survey.id), datetime.date(2027, 3, 1), "")
    page = planner.get("/projects/loddefjord").text
    opened, waits = page.split('id="waits-heading"')
    assert "Nabolaget" in opened.split('id="open-heading"')[1]
    assert "Fortell hva dere hørte: Nabolaget" in waits
    with writing(db) as session:
        services.pause_activity(session.get_one(Activity, survey.id))
    opened = planner.get("/projects/loddefjord").text.split('id="waits-heading"')[0]
    assert "Ingenting er åpent akkurat nå." in opened
