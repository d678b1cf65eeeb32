"""What was read of the store, kept in memory and given again for as long as nothing at all changes in it.

Programs ask for page after page, and for the same pages again: who asks, for what, and what is in it is read once.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar

import flask

from participation.shelves import Shelves
from participation.store_version import store_version

View = TypeVar("View", bound=Callable[..., Any])
Found = TypeVar("Found")

MOST_BYTES = 24 * 1024 * 1024
SMALL = 1024
# They all lie on one shelf, so that the oldest of all makes room.
ALL = "all"


class Reading(NamedTuple):
    """`size`: about how many bytes it takes; `version`: the store's when it was found."""

    found: Any
    size: int
    version: Hashable


@dataclass
class Looking:
    """A request that reads, and what it has found that nobody had before."""

    version: Hashable
    found: dict[Hashable, Reading] = field(default_factory=dict)


def keeps_readings(view: View) -> View:
    """For a view whose answer is made by `until_changed`."""

    @functools.wraps(view)
    def keeping(**values: Any) -> Any:
        # Nothing that it reads from now on is older.
        looking = flask.g.looking = Looking(store_version())
        try:
            answer = view(**values)
        finally:
            del flask.g.looking
        # What has changed since then may or may not be in what was found.
        if looking.found and store_version() == looking.version:
            _readings().keep(ALL, looking.found)
        return answer

    return keeping  # type: ignore[return-value]


def until_changed(
    key: Hashable, find: Callable[[], Found], size: Callable[[Found], int] = lambda _found: SMALL
) -> Found:
    """What `find` gives, or gave since the last change of the store. `key`: all that it depends on but the store.

    Kept only in views that are declared so, elsewhere found each time. What depends on the time too is no such thing.
    """
    looking: Looking | None = flask.g.get("looking")
    if looking is None or looking.version is None:
        return find()
    reading = looking.found.get(key) or _readings().shelf(ALL).get(key)
    if reading is None or reading.version != looking.version:
        found = find()
        reading = looking.found[key] = Reading(found, size(found), looking.version)
    known: Found = reading.found
    return known


def found_before(key: Hashable) -> Any:
    """What was found last, though the store may have changed since; None where that is not known.

    For who can tell by what it was made of whether it would be found again.
    """
    reading = _readings().shelf(ALL).get(key)
    return reading.found if reading else None


def _readings() -> Shelves[Hashable, Reading]:
    shelves: Shelves[Hashable, Reading] = flask.current_app.extensions.setdefault("readings", new_shelves())
    return shelves


def new_shelves() -> Shelves[Hashable, Reading]:
    """For what was found last for each key, of any version."""
    return Shelves(MOST_BYTES, lambda reading: reading.size)
