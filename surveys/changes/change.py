"""One difference between a questionnaire and the versions before it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from surveys.messages import Message


class Weight(IntEnum):
    """From the lightest: a version weighs as much as its heaviest change."""

    WORDING = 1
    """The same is asked in other words, other languages or another order."""
    ADDITION = 2
    """More is asked or offered, or other answers are accepted: those given stay as they are."""
    REMOVAL = 3
    """Something is asked or offered no longer. Refused where it takes away what somebody chose."""
    BREACH = 4
    """What is answered already would mean something else: always refused."""


@dataclass(frozen=True)
class Lost:
    """A code that is offered no longer. `sort`: choice, row or category.

    `question`: its variable; `within`: of the map question whose marks it is asked about; "" for others.
    """

    sort: str
    question: str
    code: str
    within: str = ""


@dataclass(frozen=True)
class Change:
    """`lost`: what a removal takes away that somebody may have chosen."""

    weight: Weight
    message: Message
    lost: Lost | None = None


def weight_of(changes: Iterable[Change]) -> Weight:
    """Of the version they make."""
    return max((change.weight for change in changes), default=Weight.WORDING)


def refusals(changes: Iterable[Change], used: Iterable[Lost]) -> list[Change]:
    """The changes that stand in the way, where `used` has been chosen by somebody."""
    chosen = set(used)
    return [change for change in changes if change.weight == Weight.BREACH or change.lost in chosen]


def losses(changes: Iterable[Change]) -> list[Lost]:
    """What nobody may have chosen for the version to be published."""
    return [change.lost for change in changes if change.lost is not None]
