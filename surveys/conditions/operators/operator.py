"""What the evaluator and the checker must know about an operator."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from surveys.conditions.values import Kind, Value

Kinds = frozenset[Kind]

NUMBER: Kinds = frozenset({"number", "step"})
BOOLEAN: Kinds = frozenset({"boolean"})
TEXT: Kinds = frozenset({"text", "code"})
CODES: Kinds = frozenset({"codes", "code", "step"})
DAY: Kinds = frozenset({"date", "date_time"})
ORDERED: Kinds = NUMBER | DAY | frozenset({"time"})
COMPARED: Kinds = ORDERED | TEXT | frozenset({"boolean", "codes"})
ANY: Kinds = COMPARED | frozenset({"unknown"})


@dataclass(frozen=True, slots=True)
class Operator:
    """`run` takes values of any kind and never raises: what it cannot use makes its result missing or false.

    `takes`: the kinds of each argument; the last goes on for `more` arguments. `least`: how many must be there.
    `gives`: the kind of the result, None where it is that of the arguments. `alike_from`: from this argument on, all are
    of one kind.
    """

    run: Callable[..., Value]
    takes: tuple[Kinds, ...]
    gives: Kind | None
    least: int
    more: int = 0
    alike_from: int | None = None

    @property
    def most(self) -> int:
        return len(self.takes) + self.more


MANY = 100
