"""How rows look on a map, whatever program shows it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

SHAPES = ("square", "circle", "triangle", "star", "line")
STROKES = ("solid", "dotted", "dashed", "dash_dot", "long")

Values = tuple[str | None, ...]


@dataclass(frozen=True)
class Symbol:
    """For rows with these `values` in the first columns of `Symbols`, the last None for any other there; `labels`: what
    each value is called; shape, colour (#rrggbb), and the stroke of a line."""

    values: Values
    labels: tuple[str, ...]
    shape: str
    colour: str
    stroke: str = "solid"

    def __post_init__(self) -> None:
        if self.shape not in SHAPES:
            raise ValueError(f"{self.labels}: unknown shape {self.shape!r}")
        if self.stroke not in STROKES:
            raise ValueError(f"{self.labels}: unknown stroke {self.stroke!r}")
        if len(self.labels) != len(self.values):
            raise ValueError(f"{self.labels}: {len(self.values)} values")


@dataclass(frozen=True)
class Symbols:
    """`columns`: the names of those whose values choose the symbol, from the coarsest."""

    columns: tuple[str, ...]
    symbols: Sequence[Symbol]

    def of_rows(self, seen: Iterable[Values]) -> list[Symbol]:
        """The symbols of rows with these values in the columns; all where there are no rows."""
        found = {self._symbol(values) for values in seen}
        return [symbol for symbol in self.symbols if symbol in found] if found else list(self.symbols)

    def _symbol(self, values: Values) -> Symbol | None:
        for length in range(len(values), 0, -1):
            for wanted in (values[:length], (*values[: length - 1], None)):
                if wanted in self._by_values:
                    return self._by_values[wanted]
        return None

    @cached_property
    def _by_values(self) -> dict[Values, Symbol]:
        return {symbol.values: symbol for symbol in self.symbols}
