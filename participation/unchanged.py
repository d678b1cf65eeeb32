"""What was read of the store, kept in memory for as long as nothing at all changes in it.

Programs ask for page after page, and for the same pages again: who asks, for what, and what is in it is read once.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, NamedTuple, TypeVar

import flask

from participation.store_version import store_version

View = TypeVar("View", bound=Callable[..., Any])
Found = TypeVar("Found")

MOST_BYTES = 24 * 1024 * 1024
SMALL = 1024


class Reading(NamedTuple):
    """`size`: about how many bytes it takes."""

    found: Any
    size: int


class Readings:
    """Those of one version of the store."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.version: Hashable = None
        self.kept: dict[Hashable, Reading] = {}
        self.size = 0

    def get(self, key: Hashable, version: Hashable) -> Reading | None:
        """What was found when the store was as it is in this version."""
        with self.lock:
            return self.kept.get(key) if version == self.version else None

    def keep(self, found: dict[Hashable, Reading], version: Hashable) -> None:
        """And nothing of another version; those kept the longest make room."""
        with self.lock:
            if version != self.version:
                self.kept.clear()
                self.version, self.size = version, 0
            for key, reading in found.items():
                if key not in self.kept and reading.size <= MOST_BYTES:
                    self.kept[key] = reading
                    self.size += reading.size
            while self.size > MOST_BYTES:
                self.size -= self.kept.pop(next(iter(self.kept))).size


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
            _readings().keep(looking.found, looking.version)
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
    reading = looking.found.get(key) or _readings().get(key, looking.version)
    if reading is None:
        found = find()
        reading = looking.found[key] = Reading(found, size(found))
    known: Found = reading.found
    return known


def _readings() -> Readings:
    readings: Readings = flask.current_app.extensions.setdefault("readings", Readings())
    return readings
