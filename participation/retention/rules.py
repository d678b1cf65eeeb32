"""The rules of retention: for each period, which rows its time is over for, and what becomes of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, delete, or_, select, update
from sqlalchemy.orm import Session

from participation.activities.models import CLOSED as ACTIVITY_CLOSED
from participation.activities.models import Activity
from participation.class_sessions.models import CLOSED, ClassSession, Pupil
from participation.classroom.models import PublishedMap
from participation.clock import local
from participation.drop_off import services as drop_off
from participation.export_jobs import queries as export_jobs
from participation.export_jobs.services import outdate
from participation.kiosks.models import Kiosk
from participation.projects.models import Project
from participation.responses.models import KeptBody, Mark, Photo, Response
from participation.responses.photos import services as photos
from participation.retention.drafts import (
    abandoned_drafts,
    end_and_collect,
    forgotten_classes,
    stale_drafts,
    take_in,
    unsent_in_ended_classes,
)
from participation.retention.export_rules import expire_files, forget_orders, old_orders
from participation.retention.invitation_rules import (
    forget_invited,
    forget_recipients,
    settle,
    surveys_over,
    used_in_some_order,
    with_invited,
)
from participation.retention.log_rules import forget_entries, old_entries
from participation.retention.moderation_rules import (
    forget_decisions,
    forget_originals,
    old_decisions,
    old_originals,
)
from participation.retention.people_rules import (
    ended_sign_ins,
    ended_tokens,
    forget_invitations,
    forget_removals,
    forget_sign_ins,
    forget_tokens,
    old_invitations,
    old_removals,
)
from participation.retention.periods import PERIODS, over_since
from participation.retention.photo_rules import delete_photos, unnamed_photos
from participation.retention.trial_rules import delete_tests, delete_trials, old_tests, old_trials

# Each is walked through with its conditions while it is written.
DRAFTS = 100
Find = Callable[[datetime], Select[Any]]
Carry = Callable[[Session, Sequence[int], datetime], None]


@dataclass(frozen=True)
class Rule:
    """`due(moment)` selects the ids of `rows` (their plain name) whose time is over; `carry_out` deals with some,
    at most `at_a_time` of them."""

    period: str
    rows: str
    due: Find
    carry_out: Carry
    at_a_time: int | None = None


def expired_activities(moment: datetime) -> Select[Any]:
    """Activities of projects whose date of deletion has passed."""
    today = local(moment).date() - timedelta(days=PERIODS["answers"].days)
    return select(Activity.id).join(Project, Project.id == Activity.project_id).where(Project.delete_by < today)


def delete_responses(session: Session, ids: Sequence[int], _moment: datetime) -> None:
    """Delete responses, their marks, their photos and the bodies kept for them; where drafts stopped stays, as counts."""
    drop_off.record(session, ids)
    outdate(session, session.scalars(select(Response.activity_id).where(Response.id.in_(ids)).distinct()).all())
    uuids = session.scalars(select(Response.uuid).where(Response.id.in_(ids))).all()
    session.execute(delete(KeptBody).where(KeptBody.uuid.in_(uuids)))
    photos.forget(session, uuids)
    session.execute(update(Response).where(Response.replaced_by_id.in_(ids)).values(replaced_by_id=None))
    session.execute(delete(Mark).where(Mark.response_id.in_(ids)))
    session.execute(delete(Response).where(Response.id.in_(ids)))


def delete_kept_bodies(session: Session, ids: Sequence[int], _moment: datetime) -> None:
    session.execute(delete(KeptBody).where(KeptBody.id.in_(ids)))


def delete_pupils(session: Session, ids: Sequence[int], _moment: datetime) -> None:
    session.execute(delete(Pupil).where(Pupil.id.in_(ids)))


def delete_published_maps(session: Session, ids: Sequence[int], _moment: datetime) -> None:
    session.execute(delete(PublishedMap).where(PublishedMap.class_session_id.in_(ids)))


def close_activities(session: Session, ids: Sequence[int], moment: datetime) -> None:
    """Nothing may come in after the date of deletion."""
    closed = {"status": ACTIVITY_CLOSED, "closed_at": moment}
    session.execute(update(Activity).where(Activity.id.in_(ids)).values(closed))


def end_classes(session: Session, ids: Sequence[int], moment: datetime) -> None:
    """Forget a class's teacher; a class that is past its project's date of deletion takes nobody in any more."""
    end_teacher_links(session, ids, moment)
    ended = {"status": CLOSED, "closed_at": ClassSession.closed_at or moment}
    session.execute(update(ClassSession).where(ClassSession.id.in_(ids), ClassSession.status != CLOSED).values(ended))


def end_teacher_links(session: Session, ids: Sequence[int], _moment: datetime) -> None:
    """Make the class's links worthless and forget whose they were."""
    forgotten = {
        "teacher_email": "",
        "teacher_last_used_at": None,
        "teacher_generation": ClassSession.teacher_generation + 1,
        "projector_generation": ClassSession.projector_generation + 1,
    }
    session.execute(update(ClassSession).where(ClassSession.id.in_(ids)).values(forgotten))


def expired_classes(moment: datetime) -> Select[Any]:
    known = or_(ClassSession.teacher_email != "", ClassSession.status != CLOSED)
    return select(ClassSession.id).where(ClassSession.activity_id.in_(expired_activities(moment)), known)


def expired_pupils(moment: datetime) -> Select[Any]:
    classes = select(ClassSession.id).where(ClassSession.activity_id.in_(expired_activities(moment)))
    return select(Pupil.id).where(Pupil.class_session_id.in_(classes))


def expired_maps(moment: datetime) -> Select[Any]:
    classes = select(ClassSession.id).where(ClassSession.activity_id.in_(expired_activities(moment)))
    return select(PublishedMap.class_session_id).where(PublishedMap.class_session_id.in_(classes))


def corrected(moment: datetime) -> Select[Any]:
    newer = select(Response.id).where(Response.received_at < over_since("corrected", moment))
    return select(Response.id).where(Response.replaced_by_id.in_(newer))


def ended_tablets(moment: datetime) -> Select[Any]:
    return select(Kiosk.id).where(Kiosk.expires_at < over_since("tablets", moment))


def forget_tablets(session: Session, ids: Sequence[int], _moment: datetime) -> None:
    session.execute(delete(Kiosk).where(Kiosk.id.in_(ids)))


def ended_links(moment: datetime) -> Select[Any]:
    known = or_(ClassSession.teacher_email != "", ClassSession.teacher_last_used_at.is_not(None))
    return select(ClassSession.id).where(ClassSession.teacher_expires_at < over_since("teacher_links", moment), known)


# In this order: what belongs to a response goes before its pupil.
RULES: tuple[Rule, ...] = (
    Rule(
        "answers",
        "open activities closed",
        lambda moment: expired_activities(moment).where(Activity.status != ACTIVITY_CLOSED),
        close_activities,
    ),
    Rule("answers", "classes ended", expired_classes, end_classes),
    Rule(
        "answers",
        "responses",
        lambda moment: select(Response.id).where(Response.activity_id.in_(expired_activities(moment))),
        delete_responses,
    ),
    Rule(
        "answers",
        "kept bodies",
        lambda moment: select(KeptBody.id).where(KeptBody.activity_id.in_(expired_activities(moment))),
        delete_kept_bodies,
    ),
    Rule(
        "answers",
        "photos",
        lambda moment: select(Photo.id).where(Photo.activity_id.in_(expired_activities(moment))),
        delete_photos,
    ),
    Rule("answers", "invitations", lambda moment: with_invited(expired_activities(moment)), forget_invited),
    Rule("code_order", "used codes mixed", used_in_some_order, settle),
    Rule("recipients", "invitations", surveys_over, forget_recipients),
    Rule("tablets", "tablets", ended_tablets, forget_tablets),
    Rule("answers", "pupils", expired_pupils, delete_pupils),
    Rule("answers", "projector's maps", expired_maps, delete_published_maps),
    Rule("drafts", "forgotten classes ended", forgotten_classes, end_and_collect),
    Rule("drafts", "unsent maps taken in", unsent_in_ended_classes, take_in),
    Rule("drafts", "responses", abandoned_drafts, delete_responses, DRAFTS),
    Rule("stale_drafts", "responses", stale_drafts, delete_responses, DRAFTS),
    Rule("tests", "test answers", old_tests, delete_tests),
    Rule("tests", "drafts tried", old_trials, delete_trials),
    Rule("corrected", "responses", corrected, delete_responses),
    Rule(
        "kept_bodies",
        "kept bodies",
        lambda moment: select(KeptBody.id).where(KeptBody.received_at < over_since("kept_bodies", moment)),
        delete_kept_bodies,
    ),
    Rule("photos", "photos", unnamed_photos, delete_photos),
    Rule("member_invitations", "invitations to projects", old_invitations, forget_invitations),
    Rule("tokens", "tokens", ended_tokens, forget_tokens),
    Rule("sign_ins", "sign-ins", ended_sign_ins, forget_sign_ins),
    Rule("blurred", "blurred texts", old_originals, forget_originals),
    Rule("blurred", "decisions", old_decisions, forget_decisions),
    Rule("removed", "removed rows", old_removals, forget_removals),
    Rule("exports", "kept files", export_jobs.over, expire_files),
    Rule(
        "exports", "files of those without right", lambda _moment: export_jobs.of_those_without_right(), forget_orders
    ),
    Rule("exports", "orders of files", old_orders, forget_orders),
    Rule("log", "log entries", old_entries, forget_entries),
    Rule("teacher_links", "classes", ended_links, end_teacher_links),
)
