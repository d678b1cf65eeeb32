"""Every mark of an activity, as in a downloaded file: for those who may export everything."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from exports.lots import Lot
from exports.table import Column
from participation.activities.models import Activity
from participation.api.asked import Asked
from participation.api.sources import extents
from participation.api.sources.chosen_marks import Chosen, Wanted
from participation.api.sources.mark_features import MarkFeatures
from participation.api.sources.mark_tables import mark_table
from participation.api.sources.source import Bounds, Part, number_in
from participation.api.times import Stretch
from participation.downloads import mark_queries
from participation.downloads.reading_order import in_order_of_all
from participation.downloads.selected import of_marks
from participation.downloads.selection import Selection
from participation.projects.models import Project
from participation.responses.models import Mark
from participation.row_numbers import row_number
from participation.stored_rows import Cells, StoredRows, read

AT_ONCE = 1000
# Where the store alone cannot tell what is chosen, a page ends when so many lots have been looked through.
MOST_LOTS = 50


class Marks:
    """The marks that a download has when it leaves out nothing but what every download does."""

    def __init__(self, session: Session, activity: Activity) -> None:
        self.session = session
        self.all = Selection(activity.id)
        self.table = mark_table(session, activity)

    @property
    def columns(self) -> Sequence[Column]:
        """Those of the table of marks, the id first."""
        return self.table.columns

    def part(self, asked: Asked) -> Part:
        """What is asked for; counted once, for the first page, where the store or this page alone can tell."""
        chosen = Chosen(self.all.activity_id, asked)
        after = 0 if asked.after is None else number_in(asked.after)
        statement = chosen.statement(in_order_of_all(self.session, self.all.activity_id))
        features, next_after = self._page(chosen, statement, asked.limit, after)
        if asked.after is not None:
            return Part(features, None, next_after)
        return Part(features, self._count(chosen) if next_after else len(features), next_after)

    def one(self, identity: str) -> Lot | None:
        """The mark with this id."""
        number = row_number(identity)
        if not number:
            return None
        found = self._read(mark_queries.marks_by_id(self.all).where(Mark.id == number))
        return next(iter(self._features(found).lots()), None)

    def _page(self, chosen: Chosen, statement: Wanted, limit: int, after: int) -> tuple[MarkFeatures, str | None]:
        """At most `limit` marks, and what the next page comes after."""
        if not chosen.is_exact:
            return self._looked_for(chosen, statement, limit, after)
        found = self._read(statement.where(Mark.id > after).limit(limit + 1))
        page = found.only(found.cells[:limit])
        return self._features(page), str(page.cells[-1][0]) if len(found.cells) > limit else None

    def _looked_for(self, chosen: Chosen, statement: Wanted, limit: int, after: int) -> tuple[MarkFeatures, str | None]:
        """Where only reading tells which are chosen."""
        fitting: list[Cells] = []
        for _lot in range(MOST_LOTS):
            found = self._read(statement.where(Mark.id > after).limit(AT_ONCE))
            fitting += self._chosen(chosen, found)
            ended = len(found.cells) < AT_ONCE
            if ended or len(fitting) >= limit:
                page = fitting[:limit]
                more = not ended or len(fitting) > limit
                return self._features(found.only(page)), str(page[-1][0]) if more else None
            after = found.cells[-1][0]
        return self._features(found.only(fitting)), str(after)

    def _chosen(self, chosen: Chosen, found: StoredRows) -> Sequence[Cells]:
        in_box = found.only(chosen.in_box(found))
        if not chosen.rest or not in_box.cells:
            return in_box.cells
        (lot,) = self._features(in_box).lots()
        return [in_box.cells[place] for place in chosen.places(lot, self.columns)]

    def _read(self, statement: Wanted) -> StoredRows:
        # Without the session, whose own work with each row would be much of the whole.
        return read(self.session.connection(), statement)

    def _features(self, found: StoredRows) -> MarkFeatures:
        respondents = mark_queries.respondents(set(found.column("response_id")))
        return MarkFeatures(self.table, self.all, self._read(respondents), found)

    def _count(self, chosen: Chosen) -> int | None:
        if not chosen.is_exact:
            return None
        wanted = chosen.narrowed(of_marks(select(func.count(Mark.id)).select_from(Mark), chosen.selection))
        return self.session.scalar(wanted)


def source(session: Session, _project: Project, activity: Activity | None) -> Marks:
    """The marks of the activity."""
    assert activity is not None
    return Marks(session, activity)


def bounds(session: Session, _project: Project, activity: Activity | None) -> Bounds | None:
    """Of all its marks."""
    return extents.bounds(session, activity)


def time(session: Session, activity: Activity | None) -> Stretch | None:
    """The weeks from the first to the last."""
    return extents.time(session, activity)
