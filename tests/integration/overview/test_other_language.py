"""A planner who reads another language than the questionnaire's is told which one its texts are in."""

from __future__ import annotations

import flask

from tests.factories.cast import make_cast
from tests.factories.surveys import make_survey

WAYS = "/projects/loddefjord/activities/1/ways"
TOLD = "The questionnaire is not in English. Its texts are shown in Bokmål."


def test_the_language_of_the_texts_is_told(app: flask.Flask) -> None:
    planner = make_cast(app).planner
    make_survey()
    assert TOLD in planner.get(f"{WAYS}?lang=en").text
    assert "Skjemaet finnes ikke på" not in planner.get(f"{WAYS}?lang=nb").text
