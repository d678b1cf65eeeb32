"""The planner is told what a survey lacks where it is shared."""

from __future__ import annotations

from typing import Any

import flask

from participation.database import writing
from participation.extensions import db
from participation.projects.models import Project
from tests.factories.cast import Cast, make_cast
from tests.factories.mapped_class import make_zone
from tests.factories.surveys import document, make_survey, page
from tests.unit.surveys.documents import category, question

WAYS = "/projects/loddefjord/activities/1/ways?lang=nb"


def shared(cast: Cast, **own: Any) -> str:
    make_survey(
        document(page("map", question("place", "spots", categories=[category("good")], **own)), languages=["nb", "pl"])
    )
    return cast.planner.get(WAYS).text


def test_texts_that_are_not_in_a_language(app: flask.Flask) -> None:
    found = shared(make_cast(app), label={"nb": "Hvor?", "pl": "Gdzie?"})
    assert "Polski: 3 tekster mangler" in found
    assert "<li>Good</li>" in found and "<li>Hvor?</li>" not in found


def test_layers_that_the_project_has_no_zones_for(app: flask.Flask) -> None:
    cast = make_cast(app)
    assert "av slaget «Skolekrets»" in shared(cast, layers=["Skolekrets", "grunnkrets"])
    with writing(db) as session:
        make_zone(session, session.query(Project).one(), "1", "Lia", (5.2, 60.3, 5.3, 60.4))
    found = cast.planner.get(WAYS).text
    assert "bruk et av disse i skjemaet: grunnkrets." in found
    assert "av slaget «grunnkrets»" not in found


def test_a_survey_that_lacks_nothing_says_nothing(app: flask.Flask) -> None:
    make_survey()
    assert "lacking-heading" not in make_cast(app).planner.get(WAYS).text
