"""What the readme tells of how the package came about: numbers that no file of it holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from participation.activities.models import Activity
from participation.downloads import queries
from participation.downloads.research import rows
from participation.downloads.research.mark_rows import MarkRows
from participation.downloads.research.response_rows import ResponseRows
from participation.downloads.research.reviewed_texts import POINTED_OUT, TOLD, UNREAD
from participation.downloads.selection import Selection
from participation.invitations import queries as invitations

INVITED, PUPILS = "invited", "pupils"


@dataclass(frozen=True)
class Findings:
    """`by_channel`: how many came by those that enough came by, None where the difference from all would tell of few;
    `few_by_channel`: whether any came by others; `weeks`: the first and the last; `rates`: how many were asked and how many
    answered, of those invited and of pupils, where neither they nor the others are few; `too_few`: whether there are responses,
    and marks, none of which stands in a row; `of_other_forms`: answers left out as their question had several forms."""

    responses: int
    marks: int
    by_channel: Mapping[str, int | None]
    few_by_channel: bool
    weeks: Sequence[str]
    classes: int
    rates: Mapping[str, tuple[int, int]]
    left_out: Mapping[str, tuple[int, int]]
    withdrawn: int
    texts: Mapping[str, int]
    rare: int
    of_other_forms: int
    too_few: tuple[bool, bool]
    photos: int


def findings(
    session: Session, activity: Activity, response_rows: ResponseRows, mark_rows: MarkRows, fewest: int
) -> Findings:
    """Ask when every row has been told."""
    selection = Selection(activity.id)
    counted = queries.count_by_channel(session, selection)
    pupils = rows.pupils(session, activity.id)
    marks = queries.count_marks(session, selection)
    rates = {
        INVITED: (invitations.invited(session, activity), invitations.used(session, activity)),
        PUPILS: (sum(max(each) for each in pupils), sum(answered for _expected, answered in pupils)),
    }
    responses = sum(counted.values())
    few = sum(count for count in counted.values() if count < fewest)
    enough = {one: count for one, count in counted.items() if count >= fewest}
    told = (response_rows.texts.counted, mark_rows.texts.counted)
    return Findings(
        responses=responses,
        marks=marks,
        by_channel=dict.fromkeys(enough) if 0 < few < fewest else enough,
        few_by_channel=few > 0,
        weeks=response_rows.weeks,
        classes=len(pupils),
        rates={who: rate for who, rate in rates.items() if rate[0] and _are_many(rate[1], responses, fewest)},
        left_out=queries.left_out(session, activity.id),
        withdrawn=queries.withdrawn(session, activity.id),
        texts={state: sum(counter[state] for counter in told) for state in (TOLD, UNREAD, POINTED_OUT)},
        rare=response_rows.common.blanked + mark_rows.common.blanked,
        of_other_forms=response_rows.of_other_forms + mark_rows.of_other_forms,
        too_few=(bool(counted) and not response_rows.told, bool(marks) and not mark_rows.told),
        photos=rows.photos(session, activity.id),
    )


def _are_many(some: int, everyone: int, fewest: int) -> bool:
    """Whether a number tells of few neither by itself nor by what is left of everyone without them."""
    return some >= fewest and not 0 < everyone - some < fewest
