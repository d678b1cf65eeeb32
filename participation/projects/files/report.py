"""How taking a file in went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

# Of each message by itself, so that what is wrong with many rows hides nothing that is wrong with few.
MOST_OF_ONE, MOST_MESSAGES = 1000, 1000
Value = TypeVar("Value")


@dataclass
class Report:
    """Rows read, taken in, left out, and why; also what was mended in rows that were taken in.

    `known`: how many of those left out were taken in before; `partial`: how many are taken in without all they say;
    `untold`: how many problems are counted, but not kept with their rows.
    """

    read: int = 0
    accepted: int = 0
    rejected: int = 0
    problems: list[dict[str, Any]] = field(default_factory=list)
    known: int = 0
    partial: int = 0
    untold: int = 0
    _kept: Counter[str] = field(default_factory=Counter, repr=False)

    def reject(self, row: int, message: str) -> None:
        """Count a row left out and say why."""
        self.rejected += 1
        self.tell(row, message)

    def cut(self, row: int, message: str) -> None:
        """Say what is left out of a row that is taken in."""
        self.partial += 1
        self.tell(row, message)

    def tell(self, row: int, message: str) -> None:
        """Say what was mended in a row that is taken in."""
        if self._kept[message] >= MOST_OF_ONE or (message not in self._kept and len(self._kept) >= MOST_MESSAGES):
            self.untold += 1
            return
        self._kept[message] += 1
        self.problems.append({"row": row, "message": message})

    @property
    def is_refusal(self) -> bool:
        """True when the file had rows and none could be taken in, now or before."""
        return bool(self.rejected) and not self.accepted and not self.known

    def as_json(self) -> dict[str, Any]:
        """The command line's JSON."""
        return {"read": self.read, "accepted": self.accepted, "rejected": self.rejected, "problems": self.problems}


def grouped(problems: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Problems as {"rows", "message"}: the same one stands once, with every row that has it, "1, 3–84"."""
    rows: dict[str, list[int]] = {}
    for problem in problems:
        rows.setdefault(problem["message"], []).append(problem["row"])
    return [{"rows": ", ".join(_runs(numbers)), "message": message} for message, numbers in rows.items()]


def _runs(numbers: Sequence[int]) -> Iterator[str]:
    """Numbers that follow each other as one."""
    first = numbers[0]
    for number, following in zip(numbers, [*numbers[1:], None], strict=True):
        if following != number + 1:
            yield f"{first}–{number}" if number > first else str(number)
            first = following or 0


@dataclass
class FileRead(Generic[Value]):
    """What a file holds, by code or name, each once; and how reading went."""

    rows: dict[str, Value] = field(default_factory=dict)
    report: Report = field(default_factory=Report)

    def take(self, key: str, value: Value) -> None:
        """Count a whole row."""
        self.rows[key] = value
        self.report.accepted += 1
