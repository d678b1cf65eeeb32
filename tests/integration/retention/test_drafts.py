"""Retention of drafts: what a pupil drew is taken in, never dropped because nobody ended the class."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from participation.activities.models import CLOSED as ACTIVITY_CLOSED
from participation.class_sessions.models import CLOSED, OPEN, ClassSession
from participation.clock import now
from participation.database import writing
from participation.extensions import db
from participation.responses.models import Mark, Response
from tests.factories.surveys import make_survey
from tests.factories.whole_store import make_mark, make_response
from tests.integration.retention.conftest import Run


def days_ago(days: int) -> timedelta:
    return now() - timedelta(days=days)


def make_draft(filled: ClassSession, days: int = 0) -> None:
    """The stored response, with its mark, becomes a draft last saved some days ago in a class opened then."""
    with writing(db) as session:
        response = session.query(Response).one()
        response.complete, response.completed_at, response.received_at = False, None, days_ago(days)
        session.get_one(ClassSession, filled.id).opened_at = days_ago(days)


def end(filled: ClassSession, days: int) -> None:
    with writing(db) as session:
        class_session = session.get_one(ClassSession, filled.id)
        class_session.status, class_session.closed_at = CLOSED, days_ago(days)


def close_activity(filled: ClassSession, days: int) -> None:
    """As before classes ended together with their activity."""
    with writing(db) as session:
        activity = session.get_one(ClassSession, filled.id).activity
        activity.status, activity.closed_at = ACTIVITY_CLOSED, days_ago(days)


def purged(run: Run, *words: str) -> dict[tuple[str, str], int]:
    told = run("purge", "--json", *words)
    assert told.exit_code == 0, told.stderr
    db.session.expire_all()
    return {(row["period"], row["rows"]): row["count"] for row in json.loads(told.stdout)["done"]}


def left() -> list[tuple[bool, int]]:
    """Of every response: taken in, how many marks."""
    db.session.rollback()
    rows = db.session.query(Response).order_by(Response.id)
    return [
        (row.collected_at is not None, db.session.query(Mark).filter_by(response_id=row.id).count()) for row in rows
    ]


@pytest.mark.parametrize(("days", "taken_in", "status"), [(29, False, OPEN), (31, True, CLOSED)])
def test_a_class_left_open_in_a_closed_activity_is_ended_first(
    run: Run, filled: ClassSession, days: int, taken_in: bool, status: str
) -> None:
    make_draft(filled)
    close_activity(filled, days)
    assert purged(run)["drafts", "responses"] == 0
    assert left() == [(taken_in, 1)]
    assert db.session.get_one(ClassSession, filled.id).status == status


@pytest.mark.parametrize(("days", "taken_in"), [(179, False), (181, True)])
def test_a_class_that_nobody_ended_is_ended_and_its_drafts_stay(
    run: Run, filled: ClassSession, days: int, taken_in: bool
) -> None:
    make_draft(filled, days)
    assert purged(run)["stale_drafts", "responses"] == 0
    assert left() == [(taken_in, 1)]


def test_a_class_in_which_somebody_works_goes_on(run: Run, filled: ClassSession) -> None:
    make_draft(filled, 300)
    with writing(db) as session:
        session.add(make_response(session.get_one(ClassSession, filled.id)))
    purged(run)
    assert db.session.get_one(ClassSession, filled.id).status == OPEN
    assert left()[0] == (False, 1)


@pytest.mark.parametrize(("days", "taken_in"), [(29, False), (31, True)])
def test_what_came_after_the_class_had_ended_is_taken_in(
    run: Run, filled: ClassSession, days: int, taken_in: bool
) -> None:
    make_draft(filled)
    end(filled, days)
    assert purged(run, "--dry-run")["drafts", "responses"] == 0
    assert purged(run)["drafts", "unsent maps taken in"] == taken_in
    assert left() == [(taken_in, 1)]


@pytest.mark.parametrize(("days", "there"), [(29, 2), (31, 1)])
def test_a_correction_that_was_never_handed_in_goes(run: Run, filled: ClassSession, days: int, there: int) -> None:
    with writing(db) as session:
        sent = session.query(Response).one()
        correction = make_response(session.get_one(ClassSession, filled.id), complete=False)
        correction.corrects_id = sent.id
        session.add(correction)
        session.flush()
        session.add(make_mark(correction))
    end(filled, days)
    purged(run)
    assert left() == [(False, 1)] * there


def test_what_is_taken_in_stays(run: Run, filled: ClassSession) -> None:
    make_draft(filled, 400)
    end(filled, 400)
    with writing(db) as session:
        session.query(Response).one().collected_at = days_ago(400)
    purged(run)
    assert left() == [(True, 1)]


@pytest.mark.parametrize(("closed", "saved", "there"), [(29, 29, 1), (31, 31, 0), (None, 179, 1), (None, 181, 0)])
def test_drafts_of_surveys_go(run: Run, filled: ClassSession, closed: int | None, saved: int, there: int) -> None:
    survey = make_survey(project=filled.activity.project)
    with writing(db) as session:
        draft = make_response(session.get_one(ClassSession, filled.id), complete=False)
        draft.activity_id, draft.class_session_id, draft.pupil_id = survey.id, None, None
        draft.received_at = days_ago(saved)
        session.add(draft)
        if closed:
            over = session.merge(survey)
            over.status, over.closed_at = "closed", days_ago(closed)
    purged(run)
    assert len(left()) == 1 + there
