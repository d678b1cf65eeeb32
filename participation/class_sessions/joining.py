"""A pupil's place in the class: made for a slip, taken by joining, held for a while when the class has ended."""

from __future__ import annotations

from datetime import datetime, timedelta

from flask_babel import gettext as _
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from participation.activities.models import OPEN as ACTIVITY_OPEN
from participation.class_sessions import codes
from participation.class_sessions.models import OPEN, PAUSED, ClassSession, Pupil
from participation.class_sessions.nicknames import nicknames
from participation.clock import now
from participation.errors import Refused

MOST_PUPILS = 200
LATE_FOR = timedelta(days=14)


def add_slips(session: Session, class_session: ClassSession, places: int) -> None:
    """The places of a class that has none yet, each on a slip: all at once, as a city makes thousands in one go."""
    names = nicknames(class_session.language, class_session.id)[:places]
    rows = [
        {
            "class_session_id": class_session.id,
            "number": number,
            "nickname": name,
            "on_slip": True,
            "code_hash": codes.hashed(codes.personal_code(class_session.id, number)),
        }
        for number, name in enumerate(names, 1)
    ]
    session.execute(insert(Pupil), rows)


def add_place(session: Session, class_session: ClassSession, *, on_slip: bool) -> Pupil:
    """The next place in the class, with nickname and personal code; those on slips wait for the one who holds it."""
    taken = session.execute(
        select(Pupil.number, Pupil.nickname).where(Pupil.class_session_id == class_session.id)
    ).all()
    number = max((row.number for row in taken), default=0) + 1
    if number > MOST_PUPILS * 2:
        raise Refused(_("The class is full. Ask your teacher."), 410)
    used = {row.nickname for row in taken}
    names = nicknames(class_session.language, class_session.id)
    nickname = next((name for name in names if name not in used), f"{names[0]} {number}")
    pupil = Pupil(
        class_session_id=class_session.id,
        number=number,
        nickname=nickname,
        on_slip=on_slip,
        code_hash=codes.hashed(codes.personal_code(class_session.id, number)),
    )
    session.add(pupil)
    session.flush()
    return pupil


def join(session: Session, class_session: ClassSession) -> Pupil:
    """A pupil without a slip comes in: a new place."""
    refuse_unless_open(class_session)
    pupil = add_place(session, class_session, on_slip=False)
    pupil.joined_at = now()
    return pupil


def resume(class_session: ClassSession, pupil: Pupil) -> Pupil:
    """A pupil with a personal code comes in, for the first time or again; who has been in may always see what happened."""
    if pupil.joined_at is None:
        refuse_unless_open(class_session)
    pupil.joined_at = pupil.joined_at or now()
    return pupil


def refuse_unless_open(class_session: ClassSession) -> None:
    """Refuse with 410 when the class or its activity is not open (a paused class still takes people in)."""
    if class_session.status not in (OPEN, PAUSED) or class_session.activity.status != ACTIVITY_OPEN:
        raise Refused(_("This class is not open now. Ask your teacher."), 410)


def late_is_open(joined: datetime | None, *closings: datetime | None) -> bool:
    """True for one who joined, until 14 days after the first closing."""
    return joined is not None and any(closings) and not is_over(*closings)


def is_over(*closings: datetime | None) -> bool:
    """True when not even those who joined may hand in any more."""
    moments = [moment for moment in closings if moment]
    return bool(moments) and now() > min(moments) + LATE_FOR


def set_pupil_paused(pupil: Pupil, paused: bool) -> None:
    """Keep a nickname from sending more until the teacher lets it."""
    pupil.paused_at = now() if paused else None
