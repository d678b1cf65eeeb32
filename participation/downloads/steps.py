"""Which answers the public is told of: what it sees changes in steps of several respondents, and never by fewer.

Who looks at it every day would else see what the one wrote, or changed, who answered between. What has been told of is
marked in the store: worked out anew each time, it would be other answers as soon as one of them is withdrawn.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import and_, exists, not_, or_, select, update
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from participation.activities.models import Activity
from participation.class_sessions.joining import LATE_FOR
from participation.clock import now
from participation.database import DatabaseBusy, writing
from participation.downloads.selected import Wanted, of_responses
from participation.downloads.selection import REPLACED, Selection
from participation.extensions import db
from participation.responses.models import Mark, Response

WITH_REPLACED = frozenset({REPLACED})
HAS_MARKS = exists().where(Mark.response_id == Response.id, Mark.hidden_at.is_(None))
LOOKED_AT = 100
# Of each mark, for `Steps.those_told_of`.
TOLD_BY = (Response.told, Response.replaced_by_id)


class Steps(NamedTuple):
    """`standing`: ids of responses that were told of and are corrected by what is not told of yet: they stand until it is."""

    standing: frozenset[int]

    def those_told_of(self, parts: Iterable[Sequence[Any]]) -> Iterator[list[Any]]:
        """`parts`: rows of marks that are no tests, drafts or hidden, with the columns TOLD_BY."""
        for part in parts:
            yield [
                mark
                for mark in part
                if mark.told and (mark.replaced_by_id is None or mark.response_id in self.standing)
            ]


def steps(session: Session, activity_id: int, at_once: int) -> Steps:
    """A step is taken when `at_once` different respondents have put or corrected something that is not told of.

    It is all that has come by then. What fewer have put stays untold of, also when the activity is over. `session`: that of
    the request, which may be in another transaction afterwards.
    """
    if _is_due(session, activity_id, at_once):
        # Where the store cannot be written just now, what was told of before stands.
        with contextlib.suppress(DatabaseBusy, OperationalError), writing(db) as own:
            # Whoever hands in meanwhile only needs it to be there.
            own.get_one(Activity, activity_id, with_for_update={"key_share": True})
            if _is_due(own, activity_id, at_once):
                untold = _untold(select(Response.id), activity_id, WITH_REPLACED).correlate(None)
                own.execute(update(Response).where(Response.id.in_(untold)).values(told=True))
    return Steps(frozenset(_standing(session, activity_id)))


def _untold(wanted: Wanted, activity_id: int, also: frozenset[str] = frozenset()) -> Wanted:
    wanted = of_responses(wanted.select_from(Response), Selection(activity_id, also=also))
    # What a class left unsent may still be gone on with where it is: told of already, it would be seen to change alone.
    may_change = and_(Response.complete.is_(False), Response.collected_at > now() - LATE_FOR)
    return wanted.where(Response.told.is_(False), not_(may_change))


def _is_due(session: Session, activity_id: int, at_once: int) -> bool:
    """Whether what is told of would be seen to change by so many respondents: who sends the same again hides nobody."""
    before = _corrected(session, activity_id)
    different = 0
    # The first few are enough: of an activity that was never told of, all are untold.
    wanted = _untold(select(Response.id, HAS_MARKS), activity_id).execution_options(yield_per=LOOKED_AT)
    with session.execute(wanted) as found:
        for response, has_marks in found:
            older = before.get(response)
            while older and not older.told:
                older = before.get(older.id)
            different += _marks(session, response) != _marks(session, older.id) if older else has_marks
            if different == at_once:
                return True
    return False


def _corrected(session: Session, activity_id: int) -> dict[int, Any]:
    """By the id of each correction, what it corrects and whether that is told of."""
    wanted = select(Response.replaced_by_id, Response.id, Response.told)
    found = session.execute(wanted.where(Response.activity_id == activity_id, Response.replaced_by_id.is_not(None)))
    return {row.replaced_by_id: row for row in found}


def _marks(session: Session, response: int) -> list[tuple[Any, ...]]:
    """What can be seen of them."""
    seen = (Mark.question, Mark.category, Mark.geometry)
    wanted = select(*seen).where(Mark.response_id == response, Mark.hidden_at.is_(None))
    return sorted(map(tuple, session.execute(wanted)))


def _standing(session: Session, activity_id: int) -> Iterator[int]:
    """Where the newest correction is hidden, none of those before it comes back."""
    hidden = or_(Response.hidden_at.is_not(None), Response.is_test.is_(True)).label("hidden")
    wanted = select(Response.id, Response.replaced_by_id, Response.told, hidden).where(
        Response.activity_id == activity_id,
        or_(Response.replaced_by_id.is_not(None), Response.corrects_id.is_not(None)),
    )
    found = {row.id: row for row in session.execute(wanted)}
    for row in found.values():
        later: list[Any] = []
        newer = row.replaced_by_id
        while newer in found and len(later) < len(found):
            later.append(found[newer])
            newer = later[-1].replaced_by_id
        if row.told and later and not later[-1].hidden and not any(each.told for each in later):
            yield row.id
