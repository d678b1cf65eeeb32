"""Retention: each thing goes when its time is over, not a day before, and a dry run only tells."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from flask.testing import FlaskClient

from participation.activities.models import Activity
from participation.class_sessions import codes
from participation.class_sessions import queries as class_sessions
from participation.class_sessions.models import CLOSED, ClassSession, Pupil
from participation.classroom.models import PublishedMap
from participation.clock import local, now
from participation.database import writing
from participation.extensions import db
from participation.feedback.models import Heard
from participation.projects.models import Project
from participation.removals.models import RemovedRow
from participation.responses.models import Erasure, KeptBody, Mark, Response
from participation.retention import periods, purging, rules
from participation.retention.copying import digests
from participation.tokens.models import ApiToken
from tests.factories.classes import body, new_uuid, point
from tests.factories.whole_store import make_mark, make_response
from tests.integration.retention.conftest import Run


def count(model: type) -> int:
    return db.session.query(model).count()


def set_day_of_deletion(day: date) -> None:
    with writing(db) as session:
        session.query(Project).one().delete_by = day


def test_every_period_has_a_rule_and_every_rule_a_period() -> None:
    assert {rule.period for rule in rules.RULES} == set(periods.PERIODS)


def test_nothing_is_deleted_before_its_time(run: Run, filled: ClassSession) -> None:
    set_day_of_deletion(local(now()).date())
    before = digests(db.session.connection())
    assert run("purge").exit_code == 0
    assert digests(db.session.connection()) == before


def test_raw_answers_go_when_the_day_of_deletion_has_passed(
    run: Run, filled: ClassSession, client: FlaskClient
) -> None:
    with writing(db) as session:
        session.get_one(ClassSession, filled.id).teacher_email = "laerer@example.no"
    set_day_of_deletion(local(now()).date() - timedelta(days=1))
    told = run("purge", "--json")
    assert told.exit_code == 0, told.stderr
    db.session.expire_all()
    assert [count(model) for model in (Response, Mark, KeptBody, Pupil, PublishedMap)] == [0] * 5
    assert [count(model) for model in (Project, Activity, ClassSession, Heard, Erasure)] == [1, 1, 1, 1, 1]
    class_session = db.session.query(ClassSession).one()
    assert (class_session.teacher_email, class_session.status) == ("", CLOSED)
    assert client.put(f"/api/responses/{new_uuid()}", json=body(class_session, point())).status_code == 410
    assert all(outcome["count"] == 0 for outcome in json.loads(run("purge", "--json").stdout)["done"])


def test_another_project_is_left_alone(run: Run, filled: ClassSession) -> None:
    set_day_of_deletion(date(2020, 1, 1))
    from tests.factories.classes import make_activity, make_class, make_project

    other = make_class(make_activity(make_project("olsvik")))
    with writing(db) as session:
        response = make_response(session.get_one(ClassSession, other.id))
        session.add(response)
        session.flush()
        session.add(make_mark(response))
    assert run("purge").exit_code == 0
    assert [count(Response), count(Mark), count(Pupil)] == [1, 1, 3]


def test_a_dry_run_tells_and_changes_nothing(run: Run, filled: ClassSession) -> None:
    set_day_of_deletion(date(2020, 1, 1))
    before = digests(db.session.connection())
    told = run("purge", "--dry-run", "--json")
    done = {(row["period"], row["rows"]): row["count"] for row in json.loads(told.stdout)["done"]}
    assert done["answers", "responses"] == 1
    assert done["answers", "pupils"] == 3
    assert digests(db.session.connection()) == before


@pytest.mark.parametrize(("hours", "left"), [(23, 1), (25, 0)])
def test_what_was_removed_can_be_brought_back_for_a_day(run: Run, filled: ClassSession, hours: int, left: int) -> None:
    with writing(db) as session:
        session.query(RemovedRow).one().removed_at = now() - timedelta(hours=hours)
    assert run("purge").exit_code == 0
    assert count(RemovedRow) == left


@pytest.mark.parametrize(("days", "left"), [(89, 1), (91, 0)])
def test_kept_bodies_go_after_ninety_days(run: Run, filled: ClassSession, days: int, left: int) -> None:
    with writing(db) as session:
        session.query(KeptBody).one().received_at = now() - timedelta(days=days)
    assert run("purge").exit_code == 0
    assert (count(KeptBody), count(Response)) == (left, 1)


@pytest.mark.parametrize(("days", "left"), [(89, 2), (91, 1)])
def test_what_was_corrected_goes_after_ninety_days(run: Run, filled: ClassSession, days: int, left: int) -> None:
    with writing(db) as session:
        old = session.query(Response).one()
        new = make_response(session.get_one(ClassSession, filled.id))
        new.received_at = now() - timedelta(days=days)
        session.add(new)
        session.flush()
        old.replaced_by_id = new.id
    assert run("purge").exit_code == 0
    assert count(Response) == left


@pytest.mark.parametrize(("days", "opens"), [(1, True), (-1, False)])
def test_teachers_links_end(run: Run, filled: ClassSession, days: int, opens: bool) -> None:
    with writing(db) as session:
        class_session = session.get_one(ClassSession, filled.id)
        class_session.teacher_email = "laerer@example.no"
        class_session.teacher_expires_at = now() + timedelta(days=days)
    token = codes.teacher_token(db.session.query(ClassSession).one())
    assert run("purge").exit_code == 0
    db.session.expire_all()
    assert (class_sessions.class_by_teacher_token(db.session(), token) is not None) is opens
    assert (db.session.query(ClassSession).one().teacher_email != "") is opens


def test_more_rows_than_one_transaction_takes(run: Run, filled: ClassSession, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(purging, "CHUNK", 7)
    with writing(db) as session:
        class_session = session.get_one(ClassSession, filled.id)
        session.add_all([make_response(class_session) for _ in range(30)])
    set_day_of_deletion(date(2020, 1, 1))
    assert run("purge").exit_code == 0
    assert count(Response) == 0


@pytest.mark.parametrize(("days", "left"), [(364, 1), (366, 0)])
def test_tokens_are_forgotten_a_year_after_their_end(run: Run, filled: ClassSession, days: int, left: int) -> None:
    with writing(db) as session:
        session.query(ApiToken).one().expires_at = now() - timedelta(days=days)
    assert run("purge").exit_code == 0
    assert count(ApiToken) == left
