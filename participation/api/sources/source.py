"""What every sort of collection answers to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

import orjson
from flask_babel import gettext as _

from exports.lots import Lot, Row
from exports.plain_text import plain_text
from exports.table import Column
from participation.api import written
from participation.api.asked import Asked
from participation.api.reference_systems import System
from participation.errors import Refused

Bounds = Sequence[float]
MOST_DIGITS = 9


class Features(Protocol):
    """Some features, in the order of their ids."""

    def __len__(self) -> int: ...

    @property
    def made_of(self) -> object:
        """Equal only to that of features that are written alike, None where that cannot be told sooner than by writing."""

    def rows(self) -> Sequence[Row]:
        """One for each feature."""

    def written(self, system: System) -> Sequence[bytes]:
        """Each as JSON, with its geometry in `system`."""


@dataclass(frozen=True)
class Made:
    """Features whose cells are known."""

    columns: Sequence[Column]
    lots: Sequence[Lot]
    made_of: object = None

    def __len__(self) -> int:
        return sum(map(len, self.lots))

    def rows(self) -> Sequence[Row]:
        """One for each feature."""
        return [row for lot in self.lots for row in lot.rows()]

    def written(self, system: System) -> Sequence[bytes]:
        """Each as JSON, with its geometry in `system`."""
        return written.features(self.columns, self.lots, system)


class Part(NamedTuple):
    """`matched`: how many features there are in all, None where nobody has counted; `after`: what the next part comes
    after, None where this is the last."""

    features: Features
    matched: int | None
    after: str | None


def number_in(after: str) -> int:
    """The number that a page is to come after. Refused where it is none."""
    if not (after.isascii() and after.isdigit() and len(after) <= MOST_DIGITS):
        raise Refused(_("after is the number that the link “next” of a page gives, not “%(value)s”.", value=after[:80]))
    return int(after)


def fits(value: Any, wanted: Sequence[str]) -> bool:
    """True for a cell whose text, as features have it, is one of the wanted; for a list, when any of its own is; "" is a
    blank."""
    texts = map(_text, value) if isinstance(value, list | tuple) else ("" if value is None else _text(value),)
    return any(text in wanted for text in texts)


def _text(value: Any) -> str:
    """Of dates, moments and truths the JSON."""
    return plain_text(value) if isinstance(value, str) else orjson.dumps(value).decode().strip('"')


class Source(Protocol):
    """`columns`: the first is the features' id; geometries are GeoJSON texts in WGS84."""

    @property
    def columns(self) -> Sequence[Column]: ...

    def part(self, asked: Asked) -> Part:
        """What is asked for."""

    def one(self, identity: str) -> Lot | None:
        """The feature with this id."""
