"""Answers to any version ever published are taken in, and told with that version's words; to none other."""

from __future__ import annotations

from typing import Any

import flask
import pytest
from flask.testing import FlaskClient

from participation.activities import services as activities
from participation.activities.models import Activity
from participation.database import writing
from participation.extensions import db
from participation.responses.models import Response
from tests.factories.classes import new_uuid
from tests.factories.surveys import document, make_survey, page, survey_body
from tests.unit.surveys.documents import choices, label, question


def asked(text: str, *codes: str) -> dict[str, Any]:
    return document(page("home", question("single_choice", "lives", label=label(text), choices=choices(*codes))))


@pytest.fixture
def survey(app: flask.Flask) -> Activity:
    """Published twice, the second time with another wording and one choice more."""
    made = make_survey(asked("Bor du her?", "yes", "no"))
    with writing(db) as session:
        activities.publish(session, session.get_one(Activity, made.id), asked("Bor du i Lia?", "yes", "no", "soon"))
    return made


def send(client: FlaskClient, survey: Activity, **fields: Any) -> Any:
    return client.put(f"/api/responses/{new_uuid()}", json=survey_body(survey, complete=True, **fields))


def test_an_answer_to_the_first_version_is_taken_after_the_second(client: FlaskClient, survey: Activity) -> None:
    assert send(client, survey, answers={"lives": "no"}).status_code == 201
    assert send(client, survey, answers={"lives": "soon"}, questionnaire_version=2).status_code == 201
    stored = db.session.query(Response).order_by(Response.id)
    assert [(one.questionnaire_version, one.answers) for one in stored] == [
        (1, '{"lives":"no"}'),
        (2, '{"lives":"soon"}'),
    ]


def test_what_only_a_later_version_offers_is_no_answer_to_an_earlier(client: FlaskClient, survey: Activity) -> None:
    refused = send(client, survey, answers={"lives": "soon"})
    assert refused.status_code == 422
    [error] = refused.json["errors"]
    assert "«soon»" in error["message"] and "yes, no" in error["message"]


@pytest.mark.parametrize("version", [0, 3, -1, 10**12, "1", 1.0, True, None, [1]])
def test_a_version_that_was_never_published_is_refused_in_plain_words(
    client: FlaskClient, survey: Activity, version: Any
) -> None:
    refused = send(client, survey, answers={"lives": "no"}, questionnaire_version=version)
    assert refused.status_code == 422
    [error] = refused.json["errors"]
    assert error["field"] == "questionnaire_version"
    assert error["message"] == "Denne versjonen av skjemaet har aldri vært publisert. Last siden på nytt."
    assert db.session.query(Response).count() == 0
