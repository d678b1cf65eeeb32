"""One line of the benchmark's table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Run(NamedTuple):
    """What a program took: seconds of processor, MB at its highest."""

    seconds: float
    megabytes: float


@dataclass(frozen=True)
class Measurement:
    """A figure with its unit, its goal when it has one, and a note."""

    name: str
    value: float
    unit: str
    at_least: float | None = None
    at_most: float | None = None
    note: str = ""

    @property
    def goal(self) -> str:
        """The goal as text, empty when there is none."""
        if self.at_least is not None:
            return f"≥ {self.at_least:g}"
        return "" if self.at_most is None else f"≤ {self.at_most:g}"

    @property
    def met(self) -> bool:
        """True when the goal is met or there is none."""
        low = self.at_least is None or self.value >= self.at_least
        return low and (self.at_most is None or self.value <= self.at_most)

    def row(self) -> str:
        """The figure as a line of the table."""
        mark = "" if not self.goal else "met" if self.met else "MISSED"
        decimals = 2 if self.value < 2 else 1
        return f"{self.name:<62} {self.value:>10,.{decimals}f} {self.unit:<12} {self.goal:>8} {mark:<7} {self.note}"
