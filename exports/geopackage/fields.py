"""Columns as a GeoPackage has them: names that SQLite keeps apart, types, and values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from exports.geopackage.values import stored
from exports.lots import Lot, Values, written
from exports.table import Column, FeatureTable

TYPES = {
    "integer": "INTEGER",
    "decimal": "DOUBLE",
    "date": "DATE",
    "datetime": "DATETIME",
    "boolean": "BOOLEAN",
}


@dataclass(frozen=True)
class Field:
    """`alias` is for people; `stored` turns the values of many rows into what is stored; `codes`: labels by code."""

    name: str
    type: str
    alias: str
    stored: Callable[[Sequence[Any]], Sequence[Any]]
    codes: Mapping[str, str]


@dataclass(frozen=True)
class Fields:
    """`key` and `geometry`: what the columns that every layer has are called."""

    key: str
    geometry: str
    fields: Sequence[Field]

    def stored(self, lot: Lot) -> list[Values]:
        """The columns as they are stored."""
        return list(map(written, lot.columns, (field.stored for field in self.fields)))


def fields_of(table: FeatureTable, language: str | None) -> Fields:
    """The fields of a table. Aliases are the headings in `language`, or in any where that is None."""
    names = apart(column.name for column in table.columns)
    aliases = apart(table.headings_for_people(language))
    made = [
        Field(name, _type(column), alias, stored(column), column.codes)
        for name, alias, column in zip(names, aliases, table.columns, strict=True)
    ]
    # A column keeps its name: it is ours that gives way.
    taken = {name.casefold() for name in names}
    return Fields(_free("fid", taken), _free("geom", taken), made)


def apart(names: Iterable[str]) -> list[str]:
    """The names, with a number behind one that only its case, or nothing, tells from an earlier one."""
    found: list[str] = []
    for name in names:
        taken = {one.casefold() for one in found}
        found.append(_free(name, taken))
    return found


def _free(name: str, taken: set[str]) -> str:
    wanted, number = name, 1
    while wanted.casefold() in taken:
        number += 1
        wanted = f"{name}_{number}"
    return wanted


def _type(column: Column) -> str:
    return "TEXT" if column.mixed else TYPES.get(column.kind, "TEXT")
