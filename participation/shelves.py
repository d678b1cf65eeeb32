"""What was found or made, kept in memory within a number of bytes: what was kept the longest ago makes room."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from threading import Lock
from time import monotonic
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Kept = TypeVar("Kept")

# Nobody asks for what has been taken away, so that it makes no room by itself.
SECONDS = 3600.0


class Shelves(Generic[Key, Kept]):
    """Shelves of what is kept, each by its key. The oldest shelf makes room first, and of it what was put there first.

    `most`: bytes in all; `size`: about how many bytes one thing takes. Many threads may keep and look up at once.
    """

    def __init__(self, most: int, size: Callable[[Kept], int]) -> None:
        self.most, self.size_of = most, size
        self.lock = Lock()
        self.shelves: dict[Hashable, dict[Key, Kept]] = {}
        self.size = 0
        self.until = monotonic() + SECONDS

    def shelf(self, name: Hashable) -> Mapping[Key, Kept]:
        """What is kept there now, to look up; it is not to be gone through, as it changes meanwhile."""
        return self.shelves.get(name, {})

    def keep(self, name: Hashable, found: Mapping[Key, Kept]) -> None:
        """Put it on a shelf, in the place of what has its key; what is larger than all the room there is is not kept."""
        with self.lock:
            if monotonic() > self.until:
                self.shelves.clear()
                self.size, self.until = 0, monotonic() + SECONDS
            shelf = self.shelves.setdefault(name, {})
            for key, one in found.items():
                self._take(shelf, key)
                if (size := self.size_of(one)) <= self.most:
                    shelf[key] = one
                    self.size += size
            self._make_room()

    def _make_room(self) -> None:
        while self.size > self.most:
            name, shelf = next(iter(self.shelves.items()))
            if shelf:
                self._take(shelf, next(iter(shelf)))
            if not shelf:
                del self.shelves[name]

    def _take(self, shelf: dict[Key, Kept], key: Key) -> None:
        if (one := shelf.pop(key, None)) is not None:
            self.size -= self.size_of(one)
