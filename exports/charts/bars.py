"""Which rows of a table are bars, and of which charts."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from exports.plain_text import plain_text

FEWEST_BARS, MOST_BARS = 2, 40
LONGEST_TITLE = 200
LETTERS = 26


class Bar(NamedTuple):
    """A row that is a bar. `chart`: what the bars of one chart have alike; `label` and `number`: names of columns."""

    chart: Hashable
    title: str
    label: str
    number: str


BarOf = Callable[[Sequence[Any]], Bar | None]


@dataclass
class Chart:
    """Cells as Excel names them, with what stands in them."""

    title: str
    labels: list[tuple[str, str]] = field(default_factory=list)
    numbers: list[tuple[str, float]] = field(default_factory=list)


class Charts:
    """Made from rows as they go by. `columns`: their names in order; rows begin at line 2 of the sheet."""

    def __init__(self, bar_of: BarOf, columns: Sequence[str]) -> None:
        self.bar_of = bar_of
        self.position = {name: number for number, name in enumerate(columns)}
        self.found: dict[Hashable, Chart] = {}
        self.line = 1

    def add(self, values: Sequence[Any]) -> None:
        """The next row."""
        self.line += 1
        bar = self.bar_of(values)
        if bar is None:
            return
        chart = self.found.setdefault(bar.chart, Chart(_shortened(plain_text(bar.title))))
        label, number = self.position[bar.label], self.position[bar.number]
        chart.labels.append((f"${letters(label)}${self.line}", plain_text(str(values[label] or ""))))
        chart.numbers.append((f"${letters(number)}${self.line}", float(values[number] or 0)))

    def worth_drawing(self, most: int) -> list[Chart]:
        """At most so many: those with something to compare, and no more than can be read."""
        return [one for one in self.found.values() if _can_be_read(one)][:most]


def _can_be_read(chart: Chart) -> bool:
    return FEWEST_BARS <= len(chart.labels) <= MOST_BARS and any(number for _cell, number in chart.numbers)


def _shortened(title: str) -> str:
    return title if len(title) <= LONGEST_TITLE else f"{title[:LONGEST_TITLE]}…"


def letters(column: int) -> str:
    """What Excel calls a column: 0 is A, 26 AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, LETTERS)
        name = chr(ord("A") + rest) + name
    return name
