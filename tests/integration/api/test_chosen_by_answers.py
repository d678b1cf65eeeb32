"""Features are chosen by what they say themselves, whatever kind of answer it is."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from participation.activities.models import Activity
from participation.database import writing
from participation.extensions import db
from tests.factories.mapped_class import make_mark, make_response
from tests.factories.surveys import document, make_survey, page
from tests.factories.tokens import make_token
from tests.integration.api.conftest import bearer
from tests.unit.surveys.documents import category, choices, question

ANSWERS: dict[str, tuple[dict[str, Any], Any]] = {
    "consent": ({}, True),
    "date": ({}, "2026-03-01"),
    "date_time": ({}, "2026-03-29T02:30"),
    "time": ({}, "07:05"),
    "decimal": ({}, 2.5),
    "whole_number": ({}, 301),
    "scale": ({}, 3),
    "single_choice": ({"choices": choices("a", "b")}, "a"),
    "multiple_choice": ({"choices": choices("a", "b")}, ["a", "b"]),
    "matrix": ({"rows": choices("p")}, {"p": 2}),
    "long_text": ({}, "én\x07 linje\r\ntil; =1+1 🛝"),
}


@pytest.fixture
def items(client: FlaskClient) -> tuple[str, dict[str, str]]:
    """The address of two marks, the first with every answer, and who may read them."""
    followups = [question(kind, f"v_{kind}", **own) for kind, (own, _answer) in ANSWERS.items()]
    asked = question("place", "spots", categories=[category("good", followups=followups)])
    survey = make_survey(document(page("map", asked)))
    with writing(db) as session:
        found = session.get_one(Activity, survey.id)
        full = {f"v_{kind}": answer for kind, (_own, answer) in ANSWERS.items()}
        make_response(session, found, marks=[make_mark("POINT (5.22 60.37)", "spots", "good", **full)])
        make_response(session, found, marks=[make_mark("POINT (5.23 60.37)", "spots", "good")])
        project = found.project
    return f"/ogc/collections/marks-{survey.id}/items", bearer(make_token(project, full=True))


def test_every_property_that_a_feature_shows_finds_it(client: FlaskClient, items: tuple[str, dict[str, str]]) -> None:
    address, headers = items
    first, second = client.get(address, headers=headers).json["features"]
    of_answers = {name: value for name, value in first["properties"].items() if name.startswith("v_")}
    assert None not in of_answers.values()
    for name, value in of_answers.items():
        text = value if isinstance(value, str) else json.dumps(value)
        found = client.get(address, headers=headers, query_string={name: text}).json["features"]
        assert [feature["id"] for feature in found] == [first["id"]], name
        blank = client.get(address, headers=headers, query_string={name: ""}).json["features"]
        assert [feature["id"] for feature in blank] == [second["id"]], name
