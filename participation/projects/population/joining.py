"""The numbers of a table beside the zones they belong to: what fits, and what does not and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.projects.files.numbers import NoNumber, number_in
from participation.projects.files.report import Report
from participation.projects.models import Project, Zone
from participation.projects.population.codes import ZoneCodes, is_shortened
from participation.projects.population.table import Table, population_column, table_of
from participation.projects.population.table_file import rows_of_table

# As offices of statistics write a number that they do not tell or do not know, and none at all.
UNTOLD, NONE = ("", ":", ".", "..", "...", "*"), ("-", "–")


@dataclass(frozen=True)
class Match:
    """A zone and what the table says of it."""

    zone: Zone
    told: str
    population: int


@dataclass
class Joined:
    """`without`: the zones that no row gives a number."""

    matches: list[Match] = field(default_factory=list)
    without: list[Zone] = field(default_factory=list)
    report: Report = field(default_factory=Report)

    @property
    def numbers(self) -> dict[str, int]:
        """Code of the zone → population."""
        return {match.zone.code: match.population for match in self.matches}

    @property
    def replaced(self) -> int:
        """How many of the zones have another number now."""
        return sum(match.zone.population not in (None, match.population) for match in self.matches)


def read_population(path: Path, zones: Sequence[Zone], code: str | None, number: str | None) -> Joined:
    """As `join`, of a file; `code` and `number`: headings of columns, None = those that look like it."""
    codes = ZoneCodes(zones)
    table, likely = table_of(rows_of_table(path), [codes])
    column = table.named(code) if code else likely
    return join(table, column, table.named(number) if number else population_column(table, column), codes)


def join(table: Table, code: int, number: int, codes: ZoneCodes) -> Joined:
    """Each row's number with its zone. A zone that several rows mean gets none: which of them is right is not known."""
    joined = Joined()
    zones = [codes.zone(cell) for cell in table.cells(code)]
    seen = Counter(zone.code for zone in zones if zone)
    for zone, (row, cells) in zip(zones, table.rows, strict=True):
        joined.report.read += 1
        try:
            joined.matches.append(_match(zone, cells, code, number, table, seen))
            joined.report.accepted += 1
        except ValueError as wrong:
            joined.report.reject(row, str(wrong))
    got = joined.numbers
    joined.without = [zone for zone in codes.zones if zone.code not in got]
    return joined


def store_population(session: Session, project: Project, kind: str, numbers: Mapping[str, int]) -> None:
    """Give the zones of `kind` their numbers; the others keep what they have."""
    for zone in session.scalars(select(Zone).where(Zone.project_id == project.id, Zone.kind == kind)):
        zone.population = numbers.get(zone.code, zone.population)
    session.flush()


def _match(
    zone: Zone | None, cells: Sequence[str], code: int, number: int, table: Table, seen: Mapping[str, int]
) -> Match:
    """Raises ValueError with what is wrong."""
    if zone is None:
        raise ValueError(_nobody(cells[code]))
    if seen[zone.code] > 1:
        message = _(
            "The zone %(code)s stands in %(count)s rows. Take a table with one row for each zone: one year, ages and sexes together.",
            code=zone.code,
            count=seen[zone.code],
        )
        raise ValueError(message)
    return Match(zone, table.told_of(cells, code), _people(cells[number], table.columns[number]))


def _nobody(cell: str) -> str:
    if is_shortened(cell):
        return _("A spreadsheet has shortened the code %(code)s. Give the column the format text or number.", code=cell)
    return _("No zone has the code “%(code)s”.", code=cell[:60]) if cell else _("The code is empty.")


def _people(cell: str, column: str) -> int:
    if cell in UNTOLD:
        raise NoNumber(_("The table does not tell the number (“%(value)s”).", value=cell))
    people = 0 if cell in NONE else number_in(cell, column)
    if people is None or people != int(people):
        raise NoNumber(_("The population %(number)s is not a whole number.", number=cell))
    return int(people)
