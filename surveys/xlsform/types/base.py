"""How a question type of ours stands in a workbook.

The mapping lives here and not in the types' own modules: reading one needs sheets, lists and rows, which a type that
asks, cleans and counts answers need not know, and one type of XLSForm is several of ours.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from surveys.xlsform.reading import Reading
from surveys.xlsform.rows import Row
from surveys.xlsform.tree import Entry

SELF = {"self": True}


@dataclass(frozen=True)
class Asked:
    entry: Entry
    reading: Reading
    variable: str

    @property
    def row(self) -> Row:
        return self.entry.row

    @property
    def appearance(self) -> list[str]:
        return self.entry.appearance


ListOf = Callable[[list[Mapping[str, Any]], str], str]
"""The name of the list in the choices sheet that holds these choices; the second is the name wished for."""


@dataclass(frozen=True)
class Cells:
    """The type column, and others by member."""

    type: str
    others: Mapping[str, str]


class TypeMap:
    """`reads`: the types of XLSForm that it can be read from; the first is the one it is written as."""

    name: ClassVar[str]
    reads: ClassVar[tuple[str, ...]]

    def read(self, asked: Asked) -> dict[str, Any]:
        """The members that only this type has."""
        return {}

    def cells(self, question: Mapping[str, Any], list_of: ListOf) -> Cells:
        return Cells(self.reads[0], {})

    def implied(self, question: Mapping[str, Any]) -> list[Any]:
        """Conditions for programs that know our settings only as a constraint."""
        return []


def within(question: Mapping[str, Any], low: str, high: str, of: Any, written: Callable[[Any], Any]) -> list[Any]:
    """What the settings `low` and `high` mean for `of`, as conditions."""
    found = []
    if question.get(low) is not None:
        found.append({">=": [of, written(question[low])]})
    if question.get(high) is not None:
        found.append({"<=": [of, written(question[high])]})
    return found
