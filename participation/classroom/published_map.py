"""A class's map as it was last shown, when it may be taken anew, and what is withheld since children took it back."""

from __future__ import annotations

import contextlib
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

import orjson
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session

from participation.class_sessions.models import ClassSession
from participation.classroom.drawn import WHOLE, Drawn, children_by_cell
from participation.classroom.models import PublishedMap
from participation.classroom.shared_filters import SEASONS, Filter
from participation.clock import now
from participation.database import DatabaseBusy, writing
from participation.extensions import db
from participation.safeguards.steady_counts import may_renew, next_counts, still_standing

# Filter → season → cell (or WHOLE) → children.
Numbers = dict[str, dict[str, dict[str, int]]]
Children = dict[str, dict[str, dict[str, set[Hashable]]]]


@dataclass(frozen=True, slots=True)
class Published:
    """`shown`: what may be seen; `told`: the last number ever shown of each cell, also where it is not shown now."""

    revision: int = 0
    taken_at: datetime | None = None
    newest_mark: int = 0
    shown: Numbers = field(default_factory=dict)
    told: Numbers = field(default_factory=dict)


def stored(session: Session, class_session_id: int) -> Published:
    """What was last shown of the class's map; empty before anything was."""
    row = session.get(PublishedMap, class_session_id)
    if row is None:
        return Published()
    return Published(row.revision, row.taken_at, row.newest_mark, **orjson.loads(row.content))


def current(class_session: ClassSession, drawn: Sequence[Drawn], filters: Sequence[Filter]) -> Published:
    """The map as it may be shown now: taken anew when enough children have drawn more, else as it was."""
    identity, children = class_session.id, children_by_filter(drawn, filters)
    published = stored(db.session(), identity)
    newcomers = (mark.child for mark in drawn if mark.id > published.newest_mark)
    fewest = class_session.activity.project.fewest_for_staff
    if may_renew(newcomers, fewest):
        fresh = renewed(published, children, max(mark.id for mark in drawn), fewest)
    else:
        fresh = without_withdrawn(published, children, fewest)
    if fresh == published or kept(identity, fresh):
        return fresh
    return without_withdrawn(stored(db.session(), identity), children, fewest)


def children_by_filter(drawn: Sequence[Drawn], filters: Sequence[Filter]) -> Children:
    """Who drew where, by filter and season."""
    return {
        one.code: {
            season: children_by_cell([mark for mark in drawn if one.fits(mark.question, mark.category)], season)
            for season in SEASONS
        }
        for one in filters
    }


def renewed(published: Published, children: Children, newest_mark: int, fewest: int) -> Published:
    """The map taken anew from all that is drawn."""
    shown: Numbers = {}
    for code, seasons in children.items():
        told = published.told.get(code, {})
        shown[code] = next_counts(seasons, told, whole="any", total=WHOLE, fewest=fewest)
    return Published(published.revision + 1, now(), newest_mark, shown, together(published.told, shown))


def together(told: Numbers, shown: Numbers) -> Numbers:
    """`told`, with `shown` in place of older numbers of the same cells."""
    return told | {
        code: {season: told.get(code, {}).get(season, {}) | cells for season, cells in seasons.items()}
        for code, seasons in shown.items()
    }


def without_withdrawn(published: Published, children: Children, fewest: int) -> Published:
    """Without the cells that children have taken back what they drew in; those stay away until the map is taken anew."""
    shown = {
        code: {
            season: still_standing(cells, children.get(code, {}).get(season, {}), fewest)
            for season, cells in seasons.items()
        }
        for code, seasons in published.shown.items()
    }
    if shown == published.shown:
        return published
    return replace(published, revision=published.revision + 1, shown=shown)


def kept(class_session_id: int, fresh: Published) -> bool:
    """Store `fresh` unless another screen came first or the store is busy: then what is stored is shown again."""
    content = orjson.dumps({"shown": fresh.shown, "told": fresh.told}).decode()
    with contextlib.suppress(DatabaseBusy, IntegrityError, OperationalError), writing(db) as session:
        row = session.get(PublishedMap, class_session_id, with_for_update=True)
        if (row.revision if row else 0) != fresh.revision - 1:
            return False
        row = row or PublishedMap(class_session_id=class_session_id)
        row.revision, row.taken_at, row.newest_mark = fresh.revision, fresh.taken_at or now(), fresh.newest_mark
        row.content = content
        session.add(row)
        session.flush()
        return True
    return False
