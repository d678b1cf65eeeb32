"""Changes to orders of large files. One is made at a time in the whole installation, however many processes serve."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

import orjson
from flask_babel import force_locale
from flask_babel import gettext as _
from sqlalchemy import case, delete, select, text, update
from sqlalchemy.orm import Session

from participation.clock import now
from participation.errors import Refused
from participation.export_jobs import files, queries
from participation.export_jobs.models import (
    CANCELLED,
    DONE,
    EXPIRED,
    FAILED,
    OUTDATED,
    RUNNING,
    UNFINISHED,
    WAITING,
    ExportJob,
)

MOST_UNFINISHED = 5
MOST_RUNS = 4
SILENT_SECONDS = 30
# Any number that no other lock of ours has.
QUEUE_LOCK = 4_719_002


def order(session: Session, activity_id: int, person_id: int, asked: str, name: str, mimetype: str) -> ExportJob:
    """Order a file; the same asked for twice is one order while it is unfinished. Refused when too many wait.

    `asked`: JSON, in which `reader` is the person's language.
    """
    before = queries.unfinished_of(session, person_id)
    for job in before:
        if (job.activity_id, job.asked) == (activity_id, asked):
            return job
    if len(before) >= MOST_UNFINISHED:
        message = _("You have %(count)s files waiting already. Wait for one of them, or cancel it.", count=len(before))
        raise Refused(message, 409)
    told = {"asked": asked, "name": name, "mimetype": mimetype}
    made = ExportJob(activity_id=activity_id, person_id=person_id, state=WAITING, made_at=now(), **told)
    session.add(made)
    session.flush()
    return made


def claim(session: Session) -> ExportJob | None:
    """The next to be made, by the caller from now on; None when none waits or another process makes one."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": QUEUE_LOCK})
    for job in queries.running(session):
        if not queries.silent_since(job, now(), SILENT_SECONDS):
            return None
        files.discard(job.id, job.run)  # Whoever made it is gone.
        job.state = WAITING
    session.flush()
    while (waiting := queries.next_waiting(session)) is not None:
        if waiting.run < MOST_RUNS:
            waiting.state, waiting.run, waiting.beat_at = RUNNING, waiting.run + 1, now()
            waiting.rows_done = waiting.rows_in_all = 0
            return waiting
        problem = _begun_too_often(waiting.run, orjson.loads(waiting.asked)["reader"])
        waiting.state, waiting.problem, waiting.finished_at = FAILED, problem, now()
        session.flush()
    return None


def _begun_too_often(runs: int, language: str) -> str:
    with force_locale(language):
        return _("The file was begun %(count)s times and never finished. Try again later.", count=runs)


def beat(session: Session, job_id: int, run: int, rows_done: int, rows_in_all: int) -> None:
    """It is still being made, and this far."""
    told = {"beat_at": now(), "rows_done": rows_done, "rows_in_all": rows_in_all}
    session.execute(update(ExportJob).where(*queries.being_made(job_id, run)).values(told))


def finish(session: Session, job_id: int, run: int, rows: int, size: int, hours: int) -> bool:
    """The file is there, and kept for some hours; False when nobody wants it any more."""
    told = {"state": DONE, "size": size, "rows_done": rows, "rows_in_all": rows, "finished_at": now()}
    told["expires_at"] = now() + timedelta(hours=hours)
    return _end(session, job_id, run, told)


def fail(session: Session, job_id: int, run: int, problem: str) -> bool:
    """It cannot be made, and why."""
    return _end(session, job_id, run, {"state": FAILED, "problem": problem[:1000], "finished_at": now()})


def give_back(session: Session, job_id: int, run: int) -> None:
    """Let another make it, as when this server stops."""
    _end(session, job_id, run, {"state": WAITING, "run": run - 1})


def _end(session: Session, job_id: int, run: int, told: dict[str, object]) -> bool:
    ended = session.execute(update(ExportJob).where(*queries.being_made(job_id, run)).values(told))
    return bool(ended.rowcount)  # type: ignore[attr-defined]


def give_up(job: ExportJob) -> None:
    """Its person wants it no more: the work is stopped, a file that is there is deleted."""
    if job.state in (*UNFINISHED, DONE):
        files.discard(job.id, job.run)
        job.state, job.finished_at = CANCELLED, now()


def expire(session: Session, ids: Sequence[int]) -> None:
    """Delete these files; the orders tell for a while that they were there."""
    _discard(session, ids)
    session.execute(update(ExportJob).where(ExportJob.id.in_(ids)).values(state=EXPIRED))


def forget(session: Session, ids: Sequence[int]) -> None:
    """Delete these orders with their files."""
    _discard(session, ids)
    session.execute(delete(ExportJob).where(ExportJob.id.in_(ids)))


def outdate(session: Session, activity_ids: Collection[int]) -> None:
    """Something of these activities was erased or hidden: it must not live on in files that are kept or being made.

    Kept ones are deleted; those being made are begun anew, and what waits does so until this transaction is over.
    """
    with_file = ExportJob.activity_id.in_(activity_ids)
    _discard(session, session.scalars(select(ExportJob.id).where(with_file, ExportJob.state == DONE)).all())
    anew = case((ExportJob.state == DONE, OUTDATED), else_=WAITING)
    session.execute(update(ExportJob).where(with_file, ExportJob.state.in_((*UNFINISHED, DONE))).values(state=anew))


def _discard(session: Session, ids: Sequence[int]) -> None:
    for job in session.execute(select(ExportJob.id, ExportJob.run).where(ExportJob.id.in_(ids))):
        files.discard(job.id, job.run)


def tidy(session: Session, moment: datetime) -> None:
    """What `purge` does with kept files; and nothing is left of what a crash left behind."""
    expire(session, session.scalars(queries.over(moment)).all())
    forget(session, session.scalars(queries.of_those_without_right()).all())
    there = files.there()  # Looked at before the orders: a folder is made after its order says so.
    known = {files.name_of(job_id, run) for job_id, run in queries.with_files(session)}
    for name in there:
        if name not in known:
            files.discard_named(name)
