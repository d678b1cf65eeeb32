"""Marks as features, each written anew only where something has changed of what it is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import flask

from exports.lots import Lot, Row
from participation.api import written
from participation.api.known_features import KnownFeatures
from participation.api.reference_systems import System
from participation.downloads.mark_table import MarkTable
from participation.downloads.selection import Selection
from participation.stored_rows import Cells, StoredRows


@dataclass(frozen=True)
class MarkFeatures:
    """`respondents`, `marks`: by the statements of `mark_queries`; `selection`: what is shown of the activity at all."""

    table: MarkTable
    selection: Selection
    respondents: StoredRows
    marks: StoredRows

    def __len__(self) -> int:
        return len(self.marks.cells)

    def rows(self) -> Sequence[Row]:
        """One for each feature."""
        return [row for lot in self.lots() for row in lot.rows()]

    def lots(self) -> Sequence[Lot]:
        """One with all of them; none where there are none."""
        return self._lots(self.respondents, self.marks)

    @cached_property
    def made_of(self) -> object:
        """The table itself, as another is made whenever anything changes that is said of all marks, and what is stored."""
        return self.table, self._stored

    @cached_property
    def _stored(self) -> dict[int, tuple[Cells, Cells]]:
        """By the id of a mark, what is stored of it and of its respondent; both begin with an id, the mark's with two."""
        theirs = {respondent[0]: respondent for respondent in self.respondents.cells}
        return {mark[0]: (mark, theirs[mark[1]]) for mark in self.marks.cells}

    def written(self, system: System) -> Sequence[bytes]:
        """Each as JSON, with its geometry in `system`."""

        def write(identities: Sequence[int]) -> list[bytes]:
            marks, respondents = zip(*(self._stored[identity] for identity in identities), strict=True)
            lots = self._lots(self.respondents.only(list(dict.fromkeys(respondents))), self.marks.only(marks))
            return written.features(self.table.columns, lots, system)

        return _known_features().texts((self.table, system.uri), self._stored, write)

    def _lots(self, respondents: StoredRows, marks: StoredRows) -> Sequence[Lot]:
        part = respondents.rows(), marks.cells
        return list(self.table.table("marks", [part], self.selection).lots(len(marks.cells) or 1))


def _known_features() -> KnownFeatures:
    features: KnownFeatures = flask.current_app.extensions.setdefault("known features", KnownFeatures())
    return features
