"""What stands on each cut-out slip."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.class_sessions import codes
from participation.class_sessions.models import ClassSession, Pupil
from participation.safeguards.keyed_codes import grouped


@dataclass(frozen=True, slots=True)
class Slip:
    """A nickname and its personal code in groups for the eye."""

    nickname: str
    personal_code: str


def slips(session: Session, class_session: ClassSession) -> list[Slip]:
    """A slip for each place that was made for one, in the order of the places."""
    wanted = select(Pupil.number, Pupil.nickname).where(
        Pupil.class_session_id == class_session.id, Pupil.on_slip.is_(True)
    )
    return [
        Slip(row.nickname, grouped(codes.personal_code(class_session.id, row.number)))
        for row in session.execute(wanted.order_by(Pupil.number))
    ]
