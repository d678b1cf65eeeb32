"""What is made once and kept in memory, a bounded number of each sort: for what many ask for alike and never changes."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

import flask

Made = TypeVar("Made")

MOST = 64
_lock = Lock()


def kept(sort: str, key: Hashable, make: Callable[[], Made]) -> Made:
    """What `make` gives for `key`, made the first time; None is not kept. `key`: everything that it depends on."""
    rooms: dict[str, dict[Hashable, Any]] = flask.current_app.extensions.setdefault("kept", {})
    room = rooms.setdefault(sort, {})
    found: Made | None = room.get(key)
    if found is not None:
        return found
    made = make()
    if made is not None:
        with _lock:
            while len(room) >= MOST:
                room.pop(next(iter(room)))
            room[key] = made
    return made
