"""Which answers the published layers tell of while people still answer: they change in steps of several respondents.

Who looks at what is published every day would else see what the one wrote, or changed, who answered between.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from participation.activities.models import CLOSED, Activity
from participation.class_sessions.joining import is_over
from participation.downloads.selected import of_responses
from participation.downloads.selection import REPLACED, Selection
from participation.downloads.weeks import CAME
from participation.responses.models import Mark, Response

WITH_REPLACED = frozenset({REPLACED})
HAS_MARKS = exists().where(Mark.response_id == Response.id, Mark.hidden_at.is_(None))


class Steps(NamedTuple):
    """Ids of responses. `new`: those not told of yet; `standing`: corrected by one of those, and told of until it is."""

    new: frozenset[int]
    standing: frozenset[int]

    def tell(self, response: int, replaced_by: int | None) -> bool:
        """Whether they tell of a response that is not hidden, a test or a draft."""
        return response in self.standing or (replaced_by is None and response not in self.new)


def steps(session: Session, activity: Activity, at_once: int) -> Steps:
    """A step has come when what `at_once` different respondents have put or corrected is told of with it.

    When the activity closes, what has come is told of; so is what comes late, when nothing more can.
    """
    closed = _closed(activity)
    if activity.state == CLOSED and (closed is None or is_over(closed)):
        return Steps(frozenset(), frozenset())
    wanted = select(Response.id, Response.replaced_by_id, HAS_MARKS, CAME).select_from(Response)
    came = of_responses(wanted, Selection(activity.id, also=WITH_REPLACED)).order_by(CAME, Response.id)
    first: dict[int, int] = {}  # of a correction, the response that its respondent began with
    corrected: dict[int, int] = {}
    with_marks: set[int] = set()
    new: list[int] = []
    different: set[int] = set()
    for response, replaced_by, has_marks, came_at in session.execute(came):
        respondent = first.pop(response, response)
        if replaced_by is not None:
            first[replaced_by], corrected[replaced_by] = respondent, response
        if has_marks:
            with_marks.add(respondent)
        new.append(response)
        if respondent in with_marks:
            different.add(respondent)
        if len(different) == at_once or (closed and came_at <= closed):
            new.clear()
            different.clear()
    return Steps(frozenset(new), frozenset(corrected[each] for each in new if each in corrected).difference(new))


def _closed(activity: Activity) -> datetime | None:
    """When it closed, if it has."""
    return (activity.closed_at or activity.closes_at) if activity.state == CLOSED else None
