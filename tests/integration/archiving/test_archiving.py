"""A project is put away, taken out again, and made anew like another."""

from __future__ import annotations

from datetime import date

import flask
import pytest

from participation.activities import queries as activities
from participation.activities import services as activity_services
from participation.activities.models import Activity
from participation.audit.models import AuditEntry
from participation.barnetrakk.models import BarnetrakkMapping
from participation.database import writing
from participation.extensions import db
from participation.project_page.models import ContactPerson, Phase
from participation.projects.models import Project, School, Zone
from participation.responses.models import Response
from tests.factories.cast import Cast, make_cast
from tests.factories.people import make_member, sign_in
from tests.factories.surveys import make_survey
from tests.factories.whole_store import fill


@pytest.fixture
def cast(app: flask.Flask) -> Cast:
    return make_cast(app)


def test_what_is_open_keeps_a_project_out_of_the_archive(cast: Cast) -> None:
    survey = make_survey()
    answer = cast.planner.post("/projects/loddefjord/archive", follow_redirects=True)
    assert "Steng disse først: Nabolaget." in answer.text
    with writing(db) as session:
        activity_services.close_activity(session.get_one(Activity, survey.id))
    cast.planner.post("/projects/loddefjord/archive")
    assert "/projects/loddefjord" not in cast.planner.get("/projects").text
    assert "/projects/loddefjord" in cast.planner.get("/projects/archive").text
    cast.planner.post("/projects/loddefjord/take-out")
    assert "/projects/loddefjord" in cast.planner.get("/projects").text


def test_a_copy_has_everything_but_answers_people_and_dates(cast: Cast) -> None:
    source = fill().activity.project
    with writing(db) as session:
        project = session.get_one(Project, source.id)
        project.controller, project.delete_by, project.fewest_public = "Bergen kommune", date(2030, 1, 1), 7
    copied_tables = (Zone, School, Phase, ContactPerson, Activity, BarnetrakkMapping)
    counts = {table: db.session.query(table).count() for table in copied_tables}
    responses = db.session.query(Response).count()
    db.session.rollback()
    answer = cast.planner.post("/projects/copy", data={"like": source.slug, "name": "Solheim 2027"})
    assert answer.location == "/projects/solheim-2027/settings"
    made = db.session.query(Project).filter_by(slug="solheim-2027").one()
    assert (made.controller, made.delete_by, made.fewest_public) == ("Bergen kommune", None, 7)
    assert {table: db.session.query(table).count() for table in counts} == {
        table: 2 * count for table, count in counts.items()
    }
    assert db.session.query(Response).count() == responses
    assert made.is_demo is False
    copied = activities.activities(db.session(), made)
    assert {one.status for one in copied} == {"draft"}
    assert all(activities.newest_number(db.session(), one) == 1 for one in copied)
    assert "project:copy" in {entry.act for entry in db.session.query(AuditEntry)}


def test_only_what_the_reader_has_a_part_in_is_copied(app: flask.Flask, cast: Cast) -> None:
    source = fill().activity.project
    make_member(source, "planner", "other@example.no")
    browser = app.test_client()
    sign_in(browser, "other@example.no")
    assert browser.post("/projects/copy", data={"like": source.slug, "name": "X"}).status_code == 403
    assert cast.planner.post("/projects/copy", data={"like": "finnes-ikke", "name": "X"}).status_code == 422
