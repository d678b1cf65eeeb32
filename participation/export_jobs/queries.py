"""Reading orders of large files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, not_, or_, select
from sqlalchemy.orm import Session

from participation.accounts.models import Membership, Person
from participation.accounts.permissions import ROLES, Permission
from participation.activities.models import Activity
from participation.export_jobs.models import CANCELLED, DONE, RUNNING, UNFINISHED, WAITING, ExportJob

THAT_EXPORT = [role for role, rights in ROLES.items() if Permission.RESPONSE_EXPORT in rights]


def own(session: Session, activity_id: int, person_id: int) -> Sequence[ExportJob]:
    """A person's own orders from an activity that were not given up, the newest first."""
    wanted = select(ExportJob).where(ExportJob.activity_id == activity_id, ExportJob.person_id == person_id)
    wanted = wanted.where(ExportJob.state != CANCELLED)
    return session.scalars(wanted.order_by(ExportJob.id.desc())).all()


def own_one(session: Session, job_id: int, activity_id: int, person_id: int) -> ExportJob | None:
    """This order from the activity, where it is the person's."""
    job = session.get(ExportJob, job_id)
    return job if job and (job.activity_id, job.person_id) == (activity_id, person_id) else None


def count_before(session: Session, job: ExportJob) -> int:
    """How many unfinished orders come before it."""
    wanted = select(func.count(ExportJob.id)).where(ExportJob.state.in_(UNFINISHED), ExportJob.id < job.id)
    return session.scalar(wanted) or 0


def unfinished_of(session: Session, person_id: int) -> Sequence[ExportJob]:
    wanted = select(ExportJob).where(ExportJob.person_id == person_id, ExportJob.state.in_(UNFINISHED))
    return session.scalars(wanted.order_by(ExportJob.id)).all()


def running(session: Session) -> Sequence[ExportJob]:
    return session.scalars(select(ExportJob).where(ExportJob.state == RUNNING).order_by(ExportJob.id)).all()


def next_waiting(session: Session) -> ExportJob | None:
    return session.scalar(select(ExportJob).where(ExportJob.state == WAITING).order_by(ExportJob.id).limit(1))


def is_running(session: Session, job_id: int, run: int) -> bool:
    """False when it was cancelled or is to be made anew."""
    return session.scalar(select(exists().where(*being_made(job_id, run)))) or False


def being_made(job_id: int, run: int) -> tuple[ColumnElement[bool], ...]:
    """The conditions for this order while it is being made for the `run`th time."""
    return ExportJob.id == job_id, ExportJob.run == run, ExportJob.state == RUNNING


def with_files(session: Session) -> Sequence[tuple[int, int]]:
    """Order and run of all that lie in the folder, or are on their way there."""
    wanted = select(ExportJob.id, ExportJob.run).where(ExportJob.state.in_((RUNNING, DONE)))
    return [(row.id, row.run) for row in session.execute(wanted)]


def over(moment: datetime) -> Select[Any]:
    """Ids of kept files whose time is over."""
    return select(ExportJob.id).where(ExportJob.state == DONE, ExportJob.expires_at < moment)


def ordered_before(moment: datetime) -> Select[Any]:
    return select(ExportJob.id).where(ExportJob.made_at < moment)


def of_those_without_right() -> Select[Any]:
    """Ids of orders whose person has left, or may not download that activity's answers any more."""
    everywhere = Person.role.in_(THAT_EXPORT)
    member = and_(Membership.person_id == Person.id, Membership.project_id == Activity.project_id)
    here = exists().where(member, Membership.role.in_(THAT_EXPORT))
    wanted = select(ExportJob.id).join(Person, Person.id == ExportJob.person_id)
    return wanted.join(Activity, Activity.id == ExportJob.activity_id).where(
        or_(Person.disabled_at.is_not(None), not_(or_(everywhere, here)))
    )


def silent_since(job: ExportJob, moment: datetime, seconds: int) -> bool:
    """True when nobody has been heard of who makes it."""
    return job.beat_at is None or job.beat_at < moment - timedelta(seconds=seconds)
