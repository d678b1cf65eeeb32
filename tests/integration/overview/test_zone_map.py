"""The project's map of zones says whom it counts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import flask
import pytest
from sqlalchemy import select

from participation.clock import now
from participation.database import writing
from participation.extensions import db
from participation.overview import figures, queries
from participation.projects.models import Project
from participation.responses.models import Mark
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


def test_the_marks_are_read_again_only_when_something_has_changed(
    app: flask.Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The zone of each of a city's marks was looked for each time somebody came to the project: four seconds."""
    cast = make_cast(app)
    survey = make_survey()
    read: list[object] = []
    mark_places = queries.mark_places
    monkeypatch.setattr(queries, "mark_places", lambda *of: read.append(of) or mark_places(*of))

    def empty_zones() -> int:
        return cast.planner.get("/projects/loddefjord?lang=nb").text.count('class="zone zone--0"')

    assert empty_zones() == 0
    assert read == []
    with writing(db) as session:
        make_zone(session, session.get_one(Project, survey.project_id), "1", "Lia", (5.2, 60.3, 5.3, 60.4))
    assert (empty_zones(), empty_zones(), len(read)) == (1, 1, 1)
    mark = point(5.23, 60.36) | {"properties": {"question": "spots", "category": "good", "answers": {}}}
    sent = survey_body(survey, mark, answers={"lives_here": "yes"}, complete=True)
    assert cast.stranger.put(f"/api/responses/{new_uuid()}", json=sent).status_code == 201
    assert (empty_zones(), len(read)) == (0, 2)
    with writing(db) as session:
        session.scalars(select(Mark)).one().hidden_at = now()
    assert (empty_zones(), len(read)) == (1, 3)


def test_among_very_many_answers_the_map_is_renewed_twice_a_minute() -> None:
    """Each answer that came in would else make every look, and every poll of those who follow, take seconds."""
    few, many = (figures.FRESH_UP_TO, 7), (figures.FRESH_UP_TO + 1, 7)
    at = datetime(2026, 3, 2, 9, 30, 1, tzinfo=UTC)
    assert figures.stamp_of_places(few, at) == few
    assert figures.stamp_of_places(many, at) == figures.stamp_of_places((many[0] + 1, 8), at + timedelta(seconds=28))
    assert figures.stamp_of_places(many, at) != figures.stamp_of_places(many, at + timedelta(seconds=30))
