"""A look at what a table says of the zones, as the planner has said so far that it is to be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import flask
from flask_babel import gettext as _
from wtforms import SelectField

from participation.errors import Refused
from participation.projects.models import Zone
from participation.projects.population.codes import ZoneCodes, new_number
from participation.projects.population.forms import PopulationForm
from participation.projects.population.joining import Joined, join
from participation.projects.population.table import Table, population_column, table_of
from participation.projects.population.table_file import rows_of_table


@dataclass(frozen=True)
class Look:
    """`is_asked`: the planner has asked to take the numbers in; `new`: a municipality's number there and here."""

    form: PopulationForm
    table: Table
    zones: int
    joined: Joined
    new: tuple[str, str] | None
    is_asked: bool

    @property
    def is_agreed(self) -> bool:
        """Whether the planner has seen these numbers, and there are any."""
        return self.is_asked and bool(self.joined.matches) and self.form.accepted.data == self.seen

    @property
    def seen(self) -> str:
        """What is looked at, so that nothing else is taken in."""
        form = self.form
        read = (form.kind.data, form.code_column.data, form.number_column.data, form.renumbered.data)
        return "·".join(map(str, (*read, len(self.joined.matches))))


def look_into(path: Path, zones: Sequence[Zone]) -> Look:
    """Read the whole table, so that one that cannot be read is refused here."""
    kinds: dict[str, list[Zone]] = {}
    for zone in zones:
        kinds.setdefault(zone.kind, []).append(zone)
    if not kinds:
        raise Refused(_("There are no zones that the numbers could belong to. Take in the zones first."))
    table, code = table_of(rows_of_table(path), [ZoneCodes(some) for some in kinds.values()])
    form = PopulationForm()
    form.offer(list(kinds), table)
    choose(form.kind, likely_kind(kinds, table.cells(code)))
    choose(form.code_column, code)
    choose(form.number_column, population_column(table, form.code_column.data))
    chosen = kinds[form.kind.data]
    new = offer_number(form, chosen, table.cells(form.code_column.data))
    codes = ZoneCodes(chosen, new if form.renumbered.data else None)
    joined = join(table, form.code_column.data, form.number_column.data, codes)
    asked = bool(form.accepted.data) and "look" not in flask.request.form and form.validate_on_submit()
    return Look(form, table, len(chosen), joined, new, asked)


def choose(field: SelectField, probable: Any) -> None:
    """Where nothing is chosen that there is."""
    if field.data not in [choice.value for choice in field.choices]:
        field.data = probable


def likely_kind(kinds: Mapping[str, Sequence[Zone]], cells: Sequence[str]) -> str:
    """The kind whose zones most cells mean, or would mean had the municipality not been renumbered."""

    def fit(kind: str) -> tuple[int, bool]:
        return sum(map(bool, map(ZoneCodes(kinds[kind]).zone, cells))), new_number(kinds[kind], cells) is not None

    return max(kinds, key=fit)


def offer_number(form: PopulationForm, zones: Sequence[Zone], cells: Sequence[str]) -> tuple[str, str] | None:
    """A municipality's new number, meant already where no code fits as it stands."""
    new = new_number(zones, cells)
    form.offer_number(new)
    if new and form.renumbered.name not in flask.request.form:
        form.renumbered.data = "" if any(map(ZoneCodes(zones).zone, cells)) else "yes"
    return new
