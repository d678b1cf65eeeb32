"""How rows look on a map, whatever program shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

SHAPES = ("square", "circle", "triangle", "star", "line")


@dataclass(frozen=True)
class Symbol:
    """For rows with these `values` in the columns of `Symbols`: what they are called, shape and colour (#rrggbb)."""

    values: tuple[str, ...]
    label: str
    shape: str
    colour: str

    def __post_init__(self) -> None:
        if self.shape not in SHAPES:
            raise ValueError(f"{self.label}: unknown shape {self.shape!r}")


@dataclass(frozen=True)
class Symbols:
    """`columns`: the names of those whose values choose the symbol."""

    columns: tuple[str, ...]
    symbols: Sequence[Symbol]
