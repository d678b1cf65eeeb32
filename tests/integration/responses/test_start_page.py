"""The start of a survey is kept ready, yet shows at once what the planner changes, and nothing of anybody else's."""

from __future__ import annotations

import datetime

import pytest
from flask.testing import FlaskClient

from participation.activities.models import Activity
from participation.activities.publishing import publish
from participation.database import writing
from participation.extensions import db
from participation.projects.models import Project
from participation.responses.answering import show
from tests.factories.invitations import invite, recipients
from tests.factories.surveys import document, make_survey


def start(client: FlaskClient, survey: Activity, query: str = "") -> str:
    return str(client.get(f"/a/{survey.id}{query}").text)


def test_the_page_is_made_once_for_all_who_see_the_same(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    survey = make_survey()
    first = start(client, survey)
    monkeypatch.setattr(show, "render", None)
    assert start(client, survey) == first


def test_what_the_planner_changes_is_seen_at_once(client: FlaskClient) -> None:
    survey = make_survey()
    before = start(client, survey)
    with writing(db) as session:
        project = session.get_one(Project, survey.project_id)
        project.contact, project.delete_by = "Kari på bydelshuset", datetime.date(2031, 5, 17)
        session.get_one(Activity, survey.id).answer_by = datetime.date(2027, 3, 1)
    after = start(client, survey)
    for told in ("Kari på bydelshuset", "17. mai 2031", "1. mars"):
        assert told in after and told not in before
    with writing(db) as session:
        activity = session.get_one(Activity, survey.id)
        publish(session, activity, document() | {"title": {"nb": "Ny tittel"}})
    assert "Ny tittel" in start(client, survey)


def test_each_language_and_each_address_has_a_page_of_its_own(client: FlaskClient) -> None:
    survey = make_survey(document() | {"languages": ["nb", "ar"]})
    assert 'dir="rtl"' in start(client, survey, "?lang=ar")
    assert 'dir="rtl"' not in start(client, survey, "?lang=nb").split("<body")[0]


def test_nothing_of_one_with_a_personal_code_is_shown_to_others(client: FlaskClient) -> None:
    survey = make_survey()
    issued = invite(survey, recipients(Sone="Vadmyra", Alder="18–29"))
    stranger = client.application.test_client()
    client.get(f"/a/{survey.id}/i/{issued[0].code}")
    with_code = start(client, survey)
    assert "personlig kode" in with_code and '"ticket":null' not in with_code
    assert '"ticket":null' in start(stranger, survey)
