"""The project's map of zones says whom it counts."""

from __future__ import annotations

import flask

from participation.database import writing
from participation.extensions import db
from participation.projects.models import Project
from tests.factories.cast import make_cast
from tests.factories.classes import new_uuid, point
from tests.factories.mapped_class import make_zone
from tests.factories.surveys import make_survey, survey_body


def test_it_names_the_channels_it_counts_together(app: flask.Flask) -> None:
    cast = make_cast(app)
    survey = make_survey()
    with writing(db) as session:
        make_zone(session, session.get_one(Project, survey.project_id), "1", "Lia", (5.2, 60.3, 5.3, 60.4))
    empty = cast.planner.get("/projects/loddefjord?lang=nb").text
    mark = point(5.23, 60.36) | {"properties": {"question": "spots", "category": "good", "answers": {}}}
    sent = survey_body(survey, mark, answers={"lives_here": "yes"}, complete=True)
    assert cast.stranger.put(f"/api/responses/{new_uuid()}", json=sent).status_code == 201
    page = cast.planner.get("/projects/loddefjord?lang=nb").text
    assert "Kanaler: Åpen lenke." in page
    assert "Kanaler:" not in empty
    assert "1–9 som har svart" in page
    assert "elever" not in page
