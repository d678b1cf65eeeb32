"""Features as they were written, kept in memory beside what each was made of.

Where one mark of thousands comes or goes, only that one is written, though every page of the layer is read again.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any

from participation.shelves import Shelves

MOST_BYTES = 16 * 1024 * 1024

Cells = tuple[Any, ...]
# All that a feature was made of besides what its kind says, and the feature as it was written.
Known = tuple[Cells, bytes]


class KnownFeatures:
    """A kind: all that many features have in common, such as the table that they are rows of."""

    def __init__(self) -> None:
        # By the bytes of the texts, without what they were made of. Each kind has a shelf.
        self.kept: Shelves[int, Known] = Shelves(MOST_BYTES, lambda known: len(known[1]))

    def texts(
        self, kind: Hashable, made_of: Mapping[int, Cells], write: Callable[[Sequence[int]], Sequence[bytes]]
    ) -> list[bytes]:
        """The JSON of the features with these ids. `made_of`: as it is now; `write` is asked for those not known so."""
        known = self.kept.shelf(kind)
        texts = {
            identity: one[1]
            for identity, cells in made_of.items()
            if (one := known.get(identity)) is not None and one[0] == cells
        }
        if new := [identity for identity in made_of if identity not in texts]:
            written = write(new)
            each = zip(map(made_of.__getitem__, new), written, strict=True)
            self.kept.keep(kind, dict(zip(new, each, strict=True)))
            texts.update(zip(new, written, strict=True))
        return list(map(texts.__getitem__, made_of))
