"""Who is in the class and how far each has come, and the marks a teacher may hide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session, selectinload

from participation.class_sessions.models import CLOSED, ClassSession, Pupil
from participation.responses.models import Mark, Response
from participation.responses.queries import of_class, standing
from participation.row_numbers import row_number

JOINED, DRAWING, SENT, NOT_SENT = "joined", "drawing", "sent", "not_sent"
STATES = (JOINED, DRAWING, SENT, NOT_SENT)


@dataclass(frozen=True, slots=True)
class Tile:
    """A pupil as the room shows it."""

    number: int
    nickname: str
    state: str
    paused: bool


@dataclass(frozen=True, slots=True)
class Room:
    """The pupils who joined, and what came in from devices without a nickname."""

    tiles: Sequence[Tile]
    without_nickname: int

    @property
    def counts(self) -> dict[str, int]:
        """State → pupils."""
        found = Counter(tile.state for tile in self.tiles)
        return {state: found[state] for state in STATES}


def room(session: Session, class_session: ClassSession) -> Room:
    """The class as it is now, by nickname."""
    known = sent_by_pupil(session, class_session)
    closed = class_session.status == CLOSED
    joined = select(Pupil.id, Pupil.number, Pupil.nickname, Pupil.paused_at).where(
        Pupil.class_session_id == class_session.id, Pupil.joined_at.is_not(None)
    )
    tiles = [
        Tile(row.number, row.nickname, state_of(known.get(row.id), closed), row.paused_at is not None)
        for row in session.execute(joined.order_by(Pupil.nickname, Pupil.number))
    ]
    return Room(tiles, without_nickname(session, class_session))


def sent_by_pupil(session: Session, class_session: ClassSession) -> dict[int, bool]:
    """Pupil → whether anything is handed in; who corrects what was sent has still sent it."""
    wanted = select(Response.pupil_id, func.max(case((Response.complete.is_(True), 1), else_=0)).label("sent")).where(
        of_class(class_session), Response.pupil_id.is_not(None), *standing()
    )
    return {row.pupil_id: bool(row.sent) for row in session.execute(wanted.group_by(Response.pupil_id))}


def without_nickname(session: Session, class_session: ClassSession) -> int:
    """Responses of the class that belong to no pupil."""
    nobodys = of_class(class_session), Response.pupil_id.is_(None)
    return session.scalar(select(func.count()).select_from(Response).where(*nobodys, *standing())) or 0


def state_of(complete: bool | None, closed: bool) -> str:
    """How far a pupil has come; `complete` is None where nothing was saved yet."""
    if complete is None:
        return NOT_SENT if closed else JOINED
    if complete:
        return SENT
    return NOT_SENT if closed else DRAWING


def pupil(session: Session, class_session: ClassSession, number: int) -> Pupil | None:
    """The pupil with this number in the class."""
    wanted = select(Pupil).where(Pupil.class_session_id == class_session.id, Pupil.number == (row_number(number) or 0))
    return session.scalar(wanted)


def marks(session: Session, class_session: ClassSession, number: int | None = None) -> Sequence[Mark]:
    """The class's marks, hidden ones too, by pupil and then as drawn; with a number only that pupil's."""
    wanted = (
        select(Mark)
        .join(Mark.response)
        .outerjoin(Response.pupil)
        .where(of_class(class_session), *standing())
        .options(selectinload(Mark.response).selectinload(Response.pupil))
        .order_by(Pupil.number.is_(None), Pupil.nickname, Mark.id)
    )
    return session.scalars(wanted if number is None else wanted.where(Pupil.number == number)).all()


def mark(session: Session, class_session: ClassSession, identity: int) -> Mark | None:
    """The class's mark with this id."""
    wanted = select(Mark).join(Mark.response).where(Mark.id == identity)
    return session.scalar(wanted.where(of_class(class_session)))
