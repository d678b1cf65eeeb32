"""Carrying out retention, a few rows at a time so that nobody who hands in has to wait."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from participation import sent_file
from participation.clock import now
from participation.database import patient_writing, reading
from participation.extensions import db
from participation.projects.files import uploads
from participation.retention.rules import RULES, Rule

CHUNK = 500


@dataclass(frozen=True)
class Outcome:
    """How many rows a rule was carried out for, or would be."""

    period: str
    rows: str
    count: int


def due(moment: datetime | None = None) -> Iterator[Outcome]:
    """What `purge` would do now. A row that two rules reach is counted by both."""
    moment = moment or now()
    for rule in RULES:
        with reading(db) as session:
            count = session.scalar(select(func.count()).select_from(rule.due(moment).subquery())) or 0
        yield Outcome(rule.period, rule.rows, count)


def purge(moment: datetime | None = None) -> Iterator[Outcome]:
    """Do it: each rule in turn, in transactions of at most 500 rows."""
    moment = moment or now()
    for rule in RULES:
        yield Outcome(rule.period, rule.rows, carry_out(rule, moment))
    sent_file.forget_left()
    uploads.forget_old()
    if db.engine.dialect.name == "sqlite":
        # What was deleted must not stand in the log of changes either.
        with db.engine.connect() as connection:
            connection.exec_driver_sql("ROLLBACK")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def carry_out(rule: Rule, moment: datetime) -> int:
    """One rule to its end; how many rows."""
    done = 0
    while True:
        with patient_writing(db) as session:
            ids = session.scalars(rule.due(moment).limit(min(rule.at_a_time or CHUNK, CHUNK))).all()
            if not ids:
                return done
            rule.carry_out(session, ids, moment)
        done += len(ids)
