"""What the store and the counters keep tells nobody's address or browser, whoever did what."""

from __future__ import annotations

import flask
import pytest
from sqlalchemy import select

from participation.audit.models import AuditEntry
from participation.database import Base
from participation.extensions import db
from participation.responses.models import Response
from tests.factories.cast import make_cast
from tests.factories.classes import body, make_class, new_uuid, point
from tests.factories.invitations import invite
from tests.factories.people import PASSWORD
from tests.factories.surveys import make_survey, survey_body

ADDRESS, FORWARDED, BROWSER = "198.51.100.93", "192.0.2.77", "Telltale/7.0 (Windows NT 10.0) Firefox/131.0"
TELLING = {"REMOTE_ADDR": ADDRESS, "HTTP_USER_AGENT": BROWSER, "HTTP_X_FORWARDED_FOR": FORWARDED}
ON_SQLITE = pytest.mark.parametrize("store", ["sqlite"], indirect=True)


@ON_SQLITE
def test_rows_counters_and_files(app: flask.Flask) -> None:
    make_cast(app)
    mapped = make_class()
    survey = make_survey(project=mapped.activity.project)
    project = f"/projects/{survey.project.slug}"
    browser = app.test_client()
    browser.environ_base.update(TELLING)
    [code] = [one.code for one in invite(survey)[:1]]
    answers = [
        browser.put(f"/api/responses/{new_uuid()}", json=body(mapped, point(5.23, 60.36), complete=True)),
        browser.put(
            f"/api/responses/{new_uuid()}", json=survey_body(survey, complete=True, answers={"lives_here": "yes"})
        ),
        browser.get(f"/a/{survey.id}/code?code={code}"),
        browser.post("/login", data={"email": "planner@example.no", "password": "wrong"}),
        browser.post("/login", data={"email": "planner@example.no", "password": PASSWORD}),
        browser.get(f"{project}/moderation?state=all"),
        browser.post(f"{project}/people/invite", data={"role": "analyst"}),
        browser.get("/invitation/made-up"),
        browser.put("/api/responses/no-uuid", json={}),
    ]
    assert all(answer.status_code < 500 for answer in answers)
    assert db.session.scalars(select(Response.complete)).all() == [True, True]
    assert db.session.query(AuditEntry).count() >= 2
    rows = [str(tuple(row)) for table in Base.metadata.sorted_tables for row in db.session.execute(select(table))]
    counted = str(vars(app.extensions["failure_limits"].storage))
    assert "invitations" in counted
    for telling in (ADDRESS, FORWARDED, "Telltale", "131.0"):
        assert not [row for row in rows if telling in row]
        assert telling not in counted
