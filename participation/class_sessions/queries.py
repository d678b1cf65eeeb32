"""Reading classes and pupils; a link or token is checked in the same call that loads its row."""

from __future__ import annotations

import hmac
from collections.abc import Sequence

import flask
from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from participation.activities.models import Activity
from participation.class_sessions import codes
from participation.class_sessions.models import OPEN, PAUSED, ClassSession, Pupil
from participation.safeguards.keyed_codes import normalise


def class_by_code(session: Session, code: str) -> ClassSession | None:
    """The class with this join code, as typed."""
    plain = normalise(code)
    if len(plain) != codes.CLASS_CODE_LENGTH:
        return None
    return session.scalar(select(ClassSession).where(ClassSession.code == plain))


def classes(session: Session, activity: Activity) -> Sequence[ClassSession]:
    """The activity's classes by school, year and name."""
    wanted = select(ClassSession).where(ClassSession.activity_id == activity.id)
    order = (ClassSession.school_name, ClassSession.year, ClassSession.class_name, ClassSession.id)
    return session.scalars(wanted.order_by(*order)).all()


def classes_at_work(session: Session, activity: Activity) -> Sequence[ClassSession]:
    """The activity's classes that somebody has opened and nobody has ended."""
    wanted = select(ClassSession).where(ClassSession.activity_id == activity.id, at_work())
    return session.scalars(wanted.order_by(ClassSession.id)).all()


def at_work() -> ColumnElement[bool]:
    """Somebody has opened the class and nobody has ended it."""
    return ClassSession.status.in_((OPEN, PAUSED))


def class_or_404(session: Session, activity: Activity, identity: int) -> ClassSession:
    """The activity's class with this id; a missing one or another activity's is a 404."""
    found = session.get(ClassSession, identity)
    if found is None or found.activity_id != activity.id:
        flask.abort(404)
    return found


def has_classes(session: Session, activity: Activity) -> bool:
    """True when the activity is for classes, so that an answer needs a class code."""
    return session.scalar(select(ClassSession.id).where(ClassSession.activity_id == activity.id).limit(1)) is not None


def pupil_by_token(session: Session, token: object) -> Pupil | None:
    """The pupil whose device shows `token`."""
    number = codes.identity(token) if isinstance(token, str) and len(token) < 100 else None
    pupil = session.get(Pupil, number) if number else None
    return pupil if pupil and hmac.compare_digest(codes.pupil_token(pupil), str(token)) else None


def pupil_with(session: Session, code: str) -> Pupil | None:
    """The pupil of any class with this personal code, as typed."""
    return session.scalar(select(Pupil).where(Pupil.code_hash == codes.hashed(code)))


def pupil_by_code(session: Session, class_session: ClassSession, code: str) -> Pupil | None:
    """The pupil of the class with this personal code, as typed."""
    pupil = pupil_with(session, code)
    return pupil if pupil and pupil.class_session_id == class_session.id else None


def class_by_teacher_token(session: Session, token: str) -> ClassSession | None:
    """The class whose teacher's link ends in `token`."""
    number = codes.identity(token)
    found = session.get(ClassSession, number) if number else None
    return found if found and hmac.compare_digest(codes.teacher_token(found), token) else None


def class_by_projector_token(session: Session, token: str) -> ClassSession | None:
    """The class whose projector address ends in `token`."""
    number = codes.identity(token)
    found = session.get(ClassSession, number) if number else None
    return found if found and hmac.compare_digest(codes.projector_token(found), token) else None
