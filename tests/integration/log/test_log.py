"""*Logg*: what it shows, its filters and pages, its file, and who may see it."""

from __future__ import annotations

import flask
import pytest
from sqlalchemy import select, text

from participation.audit.acts import Act
from participation.audit.models import AuditEntry
from participation.audit.services import COMMAND_LINE, record
from participation.class_sessions.models import ClassSession
from participation.database import writing
from participation.extensions import db
from tests.factories.cast import Cast, make_cast
from tests.factories.classes import make_class, make_project
from tests.factories.people import make_member, make_person, sign_in

LOG = "/projects/loddefjord/log"


@pytest.fixture
def cast(app: flask.Flask) -> Cast:
    return make_cast(app)


@pytest.fixture
def done(cast: Cast) -> ClassSession:
    """A class's project in which three have done something, and another project in which somebody has."""
    found, other = make_class(), make_project("annet")
    project, activity = found.activity.project_id, found.activity_id
    with writing(db) as session:
        where = {"project_id": project, "activity_id": activity}
        record(session, Act.MARKS_READ, actor="kari@example.no", asked="category=unsafe&text=%2A", **where)
        record(session, Act.MARKS_HIDDEN, actor=f"teacher:{found.id}", count=1, **where)
        record(session, Act.ZONES_CHANGED, actor=COMMAND_LINE, project_id=project, count=12)
        record(session, Act.PROJECT_CHANGED, actor="per@example.no", project_id=other.id)
        record(session, Act.PERSON_ADDED, actor=COMMAND_LINE)
    return found


def test_a_project_shows_its_own_in_words(cast: Cast, done: ClassSession) -> None:
    page = cast.planner.get(LOG).text
    for words in (
        "Leste merker med tekst",
        "category: unsafe, text: *",
        "Læreren til 6A (med lenke)",
        "Skjulte merker",
    ):
        assert words in page
    assert "En kommando på serveren" in page
    assert "per@example.no" not in page
    assert "Ingenting i loggen er endret" in page
    assert 'aria-current="page">Logg' in page


def test_an_address_that_held_what_no_page_may_is_shown_without_it(cast: Cast, done: ClassSession) -> None:
    with writing(db) as session:
        record(
            session, Act.MARKS_READ, actor="kari@example.no", project_id=done.activity.project_id, asked="school=a%00b"
        )
    assert "school: ab" in cast.planner.get(LOG).text


def test_filters_in_the_address(cast: Cast, done: ClassSession) -> None:
    expected = {
        "?actor=kari@example.no": 1,
        "?act=marks:hide": 1,
        "?act=nothing": 3,
        "?since=2020-01-01&until=2020-12-31": 0,
        "?since=2020-01-01": 3,
        "?since=yesterday&actor=%00": 3,
        "?page=99": 3,
    }
    pages = {query: cast.planner.get(LOG + query).text for query in expected}
    assert {query: page.count('<td class="when">') for query, page in pages.items()} == expected
    assert [query for query, page in pages.items() if "passer med disse filtrene" in page] == [
        query for query, count in expected.items() if not count
    ]


def test_pages(cast: Cast, done: ClassSession) -> None:
    with writing(db) as session:
        for _time in range(60):
            record(session, Act.EXPORTED, actor="kari@example.no", project_id=done.activity.project_id)
    first, second = cast.planner.get(LOG).text, cast.planner.get(f"{LOG}?page=2").text
    assert (first.count('<td class="when">'), second.count('<td class="when">')) == (50, 13)
    assert "page=2" in first


def test_the_file_holds_what_is_shown_and_its_making_is_logged(cast: Cast, done: ClassSession) -> None:
    answer = cast.planner.get(f"{LOG}.csv?actor=kari@example.no")
    lines = answer.data.decode("utf-8-sig").splitlines()
    assert lines[0].startswith("Nummer;Tid;Hvem;Hva")
    assert len(lines) == 2
    first = db.session.get_one(AuditEntry, 1)
    assert lines[1].endswith(first.hash)
    newest = db.session.scalars(select(AuditEntry).order_by(AuditEntry.id.desc())).first()
    assert newest and (newest.act, newest.actor) == (Act.LOG_EXPORTED.value, "planner@example.no")


def test_a_broken_log_says_so(cast: Cast, done: ClassSession) -> None:
    with writing(db) as session:
        guard = "ALTER TABLE audit_entry DISABLE TRIGGER USER"
        session.execute(text("DROP TRIGGER audit_entry_update" if db.engine.dialect.name == "sqlite" else guard))
        session.execute(text("UPDATE audit_entry SET actor = 'ola@example.no' WHERE id = 1"))
        if db.engine.dialect.name == "postgresql":
            session.execute(text("ALTER TABLE audit_entry ENABLE TRIGGER USER"))
    assert "Loggen er brutt." in cast.planner.get(LOG).text


def test_only_administrators_see_everything(app: flask.Flask, cast: Cast, done: ClassSession) -> None:
    make_person("admin@example.no", "administrator")
    administrator, coordinator = app.test_client(), app.test_client()
    sign_in(administrator, "admin@example.no")
    page = administrator.get("/log").text
    assert "per@example.no" in page
    assert "Loddefjord · Barnetråkk" in page
    assert administrator.get("/log.csv").status_code == 200
    assert cast.planner.get("/log").status_code == 403
    make_member(done.activity.project, "coordinator", "koord@example.no")
    sign_in(coordinator, "koord@example.no")
    assert coordinator.get(LOG).status_code == 403


def test_whom_a_right_was_given_to_or_taken_from_is_told(app: flask.Flask, cast: Cast) -> None:
    project = make_project()
    member = make_member(project, "analyst", "kari@example.no")
    identity = member.memberships[0].id
    address = f"/projects/loddefjord/people/{identity}"
    assert cast.planner.post(f"{address}/role", data={"role": "coordinator"}).status_code == 302
    assert cast.planner.post(f"{address}/remove").status_code == 302
    page = cast.planner.get(LOG).text
    assert "person: kari@example.no, role: coordinator" in page
    assert "person: kari@example.no, role: " in page
    assert cast.planner.post(f"{address}/role", data={"role": "coordinator"}).status_code == 404
    assert len(db.session.scalars(select(AuditEntry)).all()) == 2


def test_an_empty_log_says_what_comes_here(cast: Cast) -> None:
    make_project()
    assert "Her kommer hver endring" in cast.planner.get(LOG).text
