"""Features as they were written, kept in memory beside what each was made of.

Where one mark of thousands comes or goes, only that one is written, though every page of the layer is read again.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from threading import Lock
from time import monotonic
from typing import Any, NamedTuple

MOST_BYTES = 16 * 1024 * 1024
# Nobody asks for what has been taken away, so that it makes no room by itself.
SECONDS = 3600.0

Cells = tuple[Any, ...]


class Known(NamedTuple):
    """A feature as it was written, and all that it was made of besides what its kind says."""

    made_of: Cells
    text: bytes


class KnownFeatures:
    """A kind: all that many features have in common, such as the table that they are rows of."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.kinds: dict[Hashable, dict[int, Known]] = {}
        self.size = 0
        self.until = monotonic() + SECONDS

    def texts(
        self, kind: Hashable, made_of: Mapping[int, Cells], write: Callable[[Sequence[int]], Sequence[bytes]]
    ) -> list[bytes]:
        """The JSON of the features with these ids. `made_of`: as it is now; `write` is asked for those not known so."""
        known = self.kinds.get(kind, {})
        texts = {
            identity: one.text
            for identity, cells in made_of.items()
            if (one := known.get(identity)) is not None and one.made_of == cells
        }
        if new := [identity for identity in made_of if identity not in texts]:
            written = dict(zip(new, write(new), strict=True))
            self._keep(kind, {identity: Known(made_of[identity], text) for identity, text in written.items()})
            texts |= written
        return [texts[identity] for identity in made_of]

    def _keep(self, kind: Hashable, made: Mapping[int, Known]) -> None:
        """Those written the longest ago make room."""
        with self.lock:
            if monotonic() > self.until:
                self.kinds.clear()
                self.size, self.until = 0, monotonic() + SECONDS
            known = self.kinds.setdefault(kind, {})
            for identity, one in made.items():
                if (old := known.pop(identity, None)) is not None:
                    self.size -= len(old.text)
                known[identity] = one
                self.size += len(one.text)
            while self.size > MOST_BYTES:
                first, known = next(iter(self.kinds.items()))
                self.size -= len(known.pop(next(iter(known))).text)
                if not known:
                    del self.kinds[first]
