"""The log can only be added to, does not fork, and tells where somebody has been at it."""

from __future__ import annotations

import threading
from datetime import timedelta

import flask
import pytest
from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import DBAPIError

from participation.audit import queries
from participation.audit.acts import Act
from participation.audit.chain import Break
from participation.audit.models import AuditEntry
from participation.audit.services import record
from participation.clock import now
from participation.database import patient_writing, writing
from participation.extensions import db
from participation.retention import purging
from participation.retention.periods import PERIODS

OLD = timedelta(days=PERIODS["log"].days + 1)


def write(*counts: int) -> None:
    with writing(db) as session:
        for count in counts:
            record(session, Act.MARKS_READ, actor="kari@example.no", project_id=1, asked="category=æ", count=count)


def numbers() -> list[int]:
    return list(db.session.scalars(select(AuditEntry.id).order_by(AuditEntry.id)))


def unguarded(*statements: str) -> None:
    """What somebody with the database in their hands could do."""
    guards = {
        "sqlite": ["DROP TRIGGER audit_entry_update", "DROP TRIGGER audit_entry_delete"],
        "postgresql": ["ALTER TABLE audit_entry DISABLE TRIGGER USER"],
    }
    with writing(db) as session:
        for statement in [*guards[db.engine.dialect.name], *statements]:
            session.execute(text(statement))
        if db.engine.dialect.name == "postgresql":
            session.execute(text("ALTER TABLE audit_entry ENABLE TRIGGER USER"))


def test_entries_are_numbered_and_hang_together(app: flask.Flask) -> None:
    assert queries.is_whole(db.session())
    write(1, 2)
    write(3)
    assert numbers() == [1, 2, 3]
    assert list(queries.broken_at(db.session())) == []
    assert queries.is_whole(db.session())


@pytest.mark.parametrize(
    "change", [update(AuditEntry).values(actor="ola@example.no"), delete(AuditEntry), text("DELETE FROM audit_entry")]
)
def test_the_store_itself_refuses_changes(app: flask.Flask, change: object) -> None:
    write(1, 2)
    with pytest.raises(DBAPIError, match="only be added to"), writing(db) as session:
        session.execute(change)  # type: ignore[call-overload]
    assert numbers() == [1, 2]


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE audit_entry SET actor = 'ola@example.no' WHERE id = 2", [Break(2, missing=False)]),
        ("UPDATE audit_entry SET asked = '' WHERE id = 3", [Break(3, missing=False)]),
        ("DELETE FROM audit_entry WHERE id = 1", [Break(2, missing=True)]),
        ("DELETE FROM audit_entry WHERE id IN (2, 3)", [Break(4, missing=True)]),
    ],
)
def test_what_somebody_did_to_the_database_is_found(app: flask.Flask, statement: str, found: list[Break]) -> None:
    write(1, 2, 3, 4)
    unguarded(statement)
    assert list(queries.broken_at(db.session())) == found
    assert not queries.is_whole(db.session())


def test_two_who_write_at_the_same_time_do_not_fork_the_chain(app: flask.Flask) -> None:
    faults: list[BaseException] = []

    def add(count: int) -> None:
        with app.app_context():
            try:
                for _time in range(5):
                    with patient_writing(db) as session:
                        record(session, Act.MARKS_READ, actor="kari@example.no", count=count)
            except BaseException as fault:
                faults.append(fault)
            finally:
                db.session.remove()

    threads = [threading.Thread(target=add, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not faults
    assert numbers() == list(range(1, 21))
    assert queries.is_whole(db.session())


def test_what_is_rolled_back_leaves_no_entry(app: flask.Flask) -> None:
    with pytest.raises(ZeroDivisionError), writing(db) as session:
        record(session, Act.MARKS_READ, actor="kari@example.no")
        raise ZeroDivisionError
    assert numbers() == []


def test_old_entries_are_sealed_and_deleted_and_the_rest_verified(
    app: flask.Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("participation.audit.services.now", lambda: now() - OLD)
    write(1, 2, 3)
    monkeypatch.undo()
    write(4)
    assert {outcome.rows: outcome.count for outcome in purging.purge()}["log entries"] == 3
    assert numbers() == [4, 5]
    assert list(queries.broken_at(db.session())) == []
    seal = db.session.get_one(AuditEntry, 5)
    assert (seal.act, seal.sealed_id, seal.count) == (Act.LOG_SEALED.value, 3, 3)
    assert {outcome.rows: outcome.count for outcome in purging.purge()}["log entries"] == 0
    unguarded("DELETE FROM audit_entry WHERE id = 4")
    assert list(queries.broken_at(db.session())) == [Break(5, missing=True)]


def test_everything_may_be_old(app: flask.Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("participation.audit.services.now", lambda: now() - OLD)
    write(1, 2)
    monkeypatch.undo()
    list(purging.purge())
    assert numbers() == [3]
    assert queries.is_whole(db.session())
    write(9)
    assert queries.is_whole(db.session())


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_what_is_sealed_is_found_without_reading_the_log(app: flask.Flask) -> None:
    """For each entry deleted the whole log was read: the longer it was, the longer nobody could hand in."""
    guard = "SELECT sql FROM sqlite_master WHERE name = 'audit_entry_delete'"
    made: str = db.session.execute(text(guard)).scalar_one()
    seal = made[made.index("(SELECT max") + 1 : made.index("), 0)")]
    plan = [row.detail for row in db.session.execute(text(f"EXPLAIN QUERY PLAN {seal}"))]
    assert plan == ["SEARCH audit_entry USING COVERING INDEX ix_audit_entry_sealed_id (sealed_id>?)"]
