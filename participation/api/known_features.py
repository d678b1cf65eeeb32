"""Features as they were written, kept in memory beside what each was made of.

Where one mark of thousands comes or goes, only that one is written, though every page of the layer is read again.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from threading import Lock
from time import monotonic
from typing import Any

MOST_BYTES = 16 * 1024 * 1024
# Nobody asks for what has been taken away, so that it makes no room by itself.
SECONDS = 3600.0

Cells = tuple[Any, ...]
# All that a feature was made of besides what its kind says, and the feature as it was written.
Known = tuple[Cells, bytes]


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
            identity: one[1]
            for identity, cells in made_of.items()
            if (one := known.get(identity)) is not None and one[0] == cells
        }
        if new := [identity for identity in made_of if identity not in texts]:
            written = write(new)
            each = zip(map(made_of.__getitem__, new), written, strict=True)
            self._keep(kind, dict(zip(new, each, strict=True)))
            texts.update(zip(new, written, strict=True))
        return list(map(texts.__getitem__, made_of))

    def _keep(self, kind: Hashable, made: Mapping[int, Known]) -> None:
        """Those written the longest ago make room."""
        with self.lock:
            if monotonic() > self.until:
                self.kinds.clear()
                self.size, self.until = 0, monotonic() + SECONDS
            known = self.kinds.setdefault(kind, {})
            before = [known.pop(identity) for identity in made if identity in known]
            known.update(made)
            self.size += _size(made.values()) - _size(before)
            while self.size > MOST_BYTES:
                first, known = next(iter(self.kinds.items()))
                self.size -= _size([known.pop(next(iter(known)))])
                if not known:
                    del self.kinds[first]


def _size(features: Iterable[Known]) -> int:
    """In bytes, without what they were made of."""
    return sum(len(text) for _made_of, text in features)
