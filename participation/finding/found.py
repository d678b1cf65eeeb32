"""What a search gives, as its template reads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from participation.finding.excerpts import Excerpt


class Way(NamedTuple):
    """Where something can be worked with."""

    url: str
    label: str


@dataclass(frozen=True)
class Found:
    """One thing. `about`: where and when it was said, or what it is; `language`: that of the excerpts."""

    name: str
    url: str
    about: Sequence[str] = ()
    excerpts: Sequence[Excerpt] = ()
    language: str = ""
    ways: Sequence[Way] = field(default_factory=list)


@dataclass(frozen=True)
class Group:
    """Things of one kind. `total`: how many there are, of which the first are shown; `every`: the way to all of them."""

    kind: str
    label: str
    shown: Sequence[Found]
    total: int
    every: Way | None = None
