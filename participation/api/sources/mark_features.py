"""Marks as features, each written anew only where something has changed of what it is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import flask

from exports.lots import Lot, Row
from participation.api import written
from participation.api.known_features import KnownFeatures
from participation.api.reference_systems import System
from participation.downloads.mark_queries import Rows
from participation.downloads.mark_table import MarkTable
from participation.downloads.selection import Selection


@dataclass(frozen=True)
class MarkFeatures:
    """`respondents`, `marks`: as `mark_queries` reads them; `selection`: what is shown of the activity at all."""

    table: MarkTable
    selection: Selection
    respondents: Rows
    marks: Rows

    def __len__(self) -> int:
        return len(self.marks)

    def rows(self) -> Sequence[Row]:
        """One for each feature."""
        return [row for lot in self.lots() for row in lot.rows()]

    def lots(self) -> Sequence[Lot]:
        """One with all of them; none where there are none."""
        return self._lots(self.respondents, self.marks)

    def written(self, system: System) -> Sequence[bytes]:
        """Each as JSON, with its geometry in `system`."""
        theirs = {one.id: tuple(one) for one in self.respondents}
        # By place, the id and the response first: to ask a row by name costs more than all the rest.
        made_of = {mark[0]: (mark, theirs[mark[1]]) for mark in map(tuple, self.marks)}

        def write(identities: Sequence[int]) -> list[bytes]:
            wanted = set(identities)
            marks = [mark for mark in self.marks if mark.id in wanted]
            asked = {mark.response_id for mark in marks}
            lots = self._lots([one for one in self.respondents if one.id in asked], marks)
            return written.features(self.table.columns, lots, system)

        # The table itself, as another is made whenever anything changes that is said of all marks.
        return _known_features().texts((self.table, system.uri), made_of, write)

    def _lots(self, respondents: Rows, marks: Rows) -> Sequence[Lot]:
        return list(self.table.table("marks", [(respondents, marks)], self.selection).lots(len(marks) or 1))


def _known_features() -> KnownFeatures:
    features: KnownFeatures = flask.current_app.extensions.setdefault("known features", KnownFeatures())
    return features
