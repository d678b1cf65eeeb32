"""Finding the zone that a row of a table means, however its code is written there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from participation.projects.models import Zone

DIGITS = re.compile(r"\d{7,8}")
SHORTENED = re.compile(r"\d[.,]?\d*E\+\d+", re.I)
MUNICIPALITY = 4


class ZoneCodes:
    """The zones of one kind by code. `renumbered`: a municipality's number in the table → what it is in the zones."""

    def __init__(self, zones: Sequence[Zone], renumbered: tuple[str, str] | None = None) -> None:
        self.zones = zones
        self._exact = {zone.code: zone for zone in zones}
        same = Counter(bare(zone.code) for zone in zones)
        self._bare = {bare(zone.code): zone for zone in zones if same[bare(zone.code)] == 1}
        self._renumbered = renumbered
        self._found: dict[str, Zone | None] = {"": None}

    def zone(self, cell: str) -> Zone | None:
        """The zone of a cell such as "46010101", "1201.0" or "46010101 Sentrum"; leading zeros may be missing."""
        if cell not in self._found:
            self._found[cell] = self._zone(cell)
        return self._found[cell]

    def _zone(self, cell: str) -> Zone | None:
        code = code_in(cell)
        if self._renumbered and eight(code).startswith(self._renumbered[0]):
            code = self._renumbered[1] + eight(code)[MUNICIPALITY:]
        return self._exact.get(cell) or self._exact.get(code) or self._bare.get(bare(code))


def code_in(cell: str) -> str:
    """The code that a cell is, or begins with where a name follows: "1 204" is a number."""
    code, _space, name = cell.partition(" ")
    return (code if any(map(str.isalpha, name)) else cell).removesuffix(".0")


def is_shortened(cell: str) -> bool:
    """Whether a spreadsheet has made a code into "1.96775E+13", of which the end is lost."""
    return bool(SHORTENED.fullmatch(cell))


def bare(code: str) -> str:
    """Without the zeros that a spreadsheet takes away in front of numbers."""
    return code.lstrip("0") or code


def eight(code: str) -> str:
    """The number of a basic statistical unit in full."""
    return code.zfill(8) if DIGITS.fullmatch(code) else code


def new_number(zones: Iterable[Zone], cells: Iterable[str]) -> tuple[str, str] | None:
    """The one municipality's number that stands in the table and that in the zones, where they differ."""
    there, here = _municipality(code_in(cell) for cell in cells), _municipality(zone.code for zone in zones)
    return (there, here) if there and here and there != here else None


def _municipality(codes: Iterable[str]) -> str | None:
    found = {eight(code)[:MUNICIPALITY] for code in codes if DIGITS.fullmatch(code)}
    return found.pop() if len(found) == 1 else None
