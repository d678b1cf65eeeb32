"""Which rows of a table are headings, and which columns hold the codes and the numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from participation.errors import Refused
from participation.projects.files.numbers import NoNumber, number_in
from participation.projects.population.codes import ZoneCodes, code_in
from participation.table_cells import Rows

LOOKED_AT = 2000
PEOPLE = re.compile(r"befolkning|folketal|innbygg|person|popul|pop_?tot|bosatte|asukk|invånare", re.I)
YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Table:
    """`columns`: a heading each, no two alike; `rows`: number in the file, and a cell for each column."""

    columns: Sequence[str]
    rows: Sequence[tuple[int, Sequence[str]]]

    def cells(self, column: int) -> list[str]:
        return [cells[column] for _number, cells in self.rows]

    def named(self, heading: str) -> int:
        """The column with this heading; refused when there is none."""
        if heading not in self.columns:
            there = ", ".join(self.columns)
            raise Refused(_("The table has no column “%(name)s”. It has: %(columns)s.", name=heading, columns=there))
        return self.columns.index(heading)

    def told_of(self, cells: Sequence[str], code: int) -> str:
        """The code of a row, and its name where that stands in the next column."""
        name = cells[code + 1] if code + 1 < len(cells) and not is_number(cells[code + 1]) else ""
        return f"{cells[code]} {name}".strip()


def table_of(rows: Rows, codes: Sequence[ZoneCodes]) -> tuple[Table, int]:
    """The table, and the column in which most cells are codes of zones. `codes`: those of each kind."""
    wide = max(len(cells) for _number, cells in rows)
    filled = [(number, [*cells, *[""] * (wide - len(cells))]) for number, cells in rows]
    code = most_codes(filled, wide, codes)
    first = _first_below_headings(filled, code, codes)
    return Table(_columns([cells for _number, cells in filled[:first]], wide), filled[first:]), code


def most_codes(rows: Sequence[tuple[int, Sequence[str]]], wide: int, codes: Sequence[ZoneCodes]) -> int:
    """The first column where nothing is a code of a zone."""
    hits = [0] * wide
    for _number, cells in rows:
        for column, cell in enumerate(cells):
            hits[column] += any(kind.zone(cell) is not None for kind in codes)
    return hits.index(max(hits))


def population_column(table: Table, code: int) -> int:
    """The column of numbers that is called what a population is, of the newest year; else the last with numbers."""
    numbers = [column for column in range(len(table.columns)) if column != code and _is_of_numbers(table.cells(column))]
    if not numbers:
        return min(code + 1, len(table.columns) - 1)
    return max(numbers, key=lambda column: (bool(PEOPLE.search(table.columns[column])), _year(table.columns[column])))


def _first_below_headings(rows: Sequence[tuple[int, Sequence[str]]], code: int, codes: Sequence[ZoneCodes]) -> int:
    """The first row with a code, or with a number where the codes are numbers: other places may come before ours."""
    known = [
        place
        for place, (_number, cells) in enumerate(rows)
        if any(kind.zone(cells[code]) is not None for kind in codes)
    ]
    if not known:
        wide = [place for place, (_number, cells) in enumerate(rows) if sum(map(bool, cells)) > 1]
        return min(wide[0] + 1, len(rows) - 1)
    if code_in(rows[known[0]][1][code]).isdecimal():
        return next(place for place, (_number, cells) in enumerate(rows) if code_in(cells[code]).isdecimal())
    return known[0] if known[0] < LOOKED_AT and not _is_table(rows[: known[0]], code) else 1


def _is_table(rows: Sequence[tuple[int, Sequence[str]]], code: int) -> bool:
    """Whether what stands above the first code of ours are rows too, and not only headings."""
    return sum(bool(cells[code]) for _number, cells in rows) > 3


def _columns(headings: Sequence[Sequence[str]], wide: int) -> list[str]:
    """What stands above each column, one under the other; a title alone in the first column is none."""
    names: list[str] = []
    for column in range(wide):
        above = [cells[column] for cells in headings if cells[column] and sum(map(bool, cells[1:]))]
        name = " ".join(dict.fromkeys(above)) or _("Column %(number)s", number=column + 1)
        names.append(name if name not in names else f"{name} ({column + 1})")
    return names


def _is_of_numbers(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells[:LOOKED_AT] if cell]
    return bool(filled) and sum(map(is_number, filled)) * 2 > len(filled)


def is_number(cell: str) -> bool:
    try:
        return number_in(cell, "") is not None
    except NoNumber:
        return False


def _year(heading: str) -> int:
    return max((int(year) for year in YEAR.findall(heading)), default=0)
