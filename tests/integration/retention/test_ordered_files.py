"""Large files that were ordered go with their time and with their person's right, and the orders soon after."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from participation.accounts.models import Membership
from participation.class_sessions.models import ClassSession
from participation.clock import now
from participation.database import writing
from participation.export_jobs import files
from participation.export_jobs.models import ExportJob
from participation.extensions import db
from tests.integration.retention.conftest import Run


@pytest.fixture
def kept(filled: ClassSession) -> Path:
    """A file that is there for an hour more."""
    with writing(db) as session:
        job = session.scalars(select(ExportJob)).one()
        job.expires_at = now() + timedelta(hours=1)
        path = files.begin(job.id, job.run)
    path.write_text("svar", encoding="ascii")
    return path


def states() -> list[str]:
    db.session.rollback()
    return list(db.session.scalars(select(ExportJob.state)))


def test_a_file_is_kept_until_its_time_is_over(run: Run, kept: Path) -> None:
    assert run("purge").exit_code == 0
    assert (states(), kept.exists()) == (["done"], True)
    with writing(db) as session:
        session.scalars(select(ExportJob)).one().expires_at = now() - timedelta(seconds=1)
    told = run("purge").stderr
    assert "large files that were kept for their time" in told
    assert (states(), kept.exists()) == (["expired"], False)


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_a_file_goes_with_the_right_to_it(run: Run, kept: Path) -> None:
    with writing(db) as session:
        session.scalars(select(Membership)).one().role = "teacher"
    assert run("purge", "--dry-run").exit_code == 0
    assert kept.exists()
    assert run("purge").exit_code == 0
    assert (states(), kept.exists()) == ([], False)


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("days", "left"), [(6, 1), (8, 0)])
def test_orders_are_forgotten_after_a_week(run: Run, kept: Path, days: int, left: int) -> None:
    with writing(db) as session:
        session.scalars(select(ExportJob)).one().made_at = now() - timedelta(days=days)
    assert run("purge").exit_code == 0
    assert (len(states()), kept.exists()) == (left, bool(left))
