"""Recipients and codes go some time after the survey has closed; how many were invited goes with the answers."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from participation.activities import services
from participation.activities.models import Activity
from participation.clock import local, now
from participation.database import writing
from participation.extensions import db
from participation.invitations.models import BackgroundGroup, Invitation, InvitationRound, ReplacedCode
from participation.responses.models import Response
from participation.retention.purging import due, purge
from tests.factories.invitations import invite, recipients
from tests.factories.surveys import make_survey
from tests.integration.invitations.test_answering_with_a_code import put

TABLES = (Invitation, InvitationRound, ReplacedCode, BackgroundGroup)


@pytest.fixture
def survey(client: FlaskClient) -> Activity:
    """A closed survey with an answer by a personal code."""
    survey = make_survey()
    issued = invite(survey, recipients(20, Sone="Vadmyra"))
    put(client, survey, issued[0].code)
    with writing(db) as session:
        session.add(ReplacedCode(activity_id=survey.id, code_hash="0" * 64))
        services.close_activity(session.get_one(Activity, survey.id))
    return survey


def counts() -> list[int]:
    db.session.rollback()
    return [db.session.scalar(select(func.count()).select_from(table)) or 0 for table in TABLES]


def test_recipients_and_codes_go_thirty_days_after_the_survey_closed(survey: Activity) -> None:
    list(purge(now() + timedelta(days=29)))
    assert counts() == [20, 1, 1, 1]
    assert sum(one.count for one in due(now() + timedelta(days=31)) if one.rows == "invitations") == 1
    list(purge(now() + timedelta(days=31)))
    assert counts() == [0, 0, 0, 1]
    assert db.session.scalars(select(Response.background)).one() == '{"Sone":"Vadmyra"}'


def test_everything_goes_on_the_projects_day_of_deletion(survey: Activity) -> None:
    with writing(db) as session:
        session.get_one(Activity, survey.id).project.delete_by = local(now()).date()
    list(purge(now() + timedelta(days=2)))
    assert counts() == [0, 0, 0, 0]
    assert db.session.scalars(select(Response)).all() == []
