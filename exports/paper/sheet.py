"""What a sheet holds, whoever draws it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Heading:
    """`level`: 1 for the sheet's own, 2 for a page, 3 for a question."""

    text: str
    level: int = 2


@dataclass(frozen=True)
class Text:
    """`quiet`: small and grey, for what is not asked but told; `strong`: as the head of what follows. `indent`: steps from the
    side where lines begin."""

    text: str
    quiet: bool = False
    strong: bool = False
    indent: int = 0


@dataclass(frozen=True)
class Boxes:
    """Things to tick, each a code and its words. `several`: more than one may be ticked."""

    choices: Sequence[tuple[str, str]]
    several: bool = False
    indent: int = 0


@dataclass(frozen=True)
class Lines:
    """Room to write on."""

    count: int = 1
    indent: int = 0


Block = Heading | Text | Boxes | Lines


@dataclass(frozen=True)
class Sheet:
    """`direction`: "ltr" or "rtl"; `made_at` says which day the sheet is of, and a sheet of the same day is the same file.

    `footer`: what stands below page `number` of `count`.
    """

    title: str
    language: str
    direction: str
    made_at: datetime
    blocks: Sequence[Block]
    footer: Callable[[int, str], str]

    def texts(self) -> Iterator[str]:
        """Every text that is drawn."""
        yield self.title
        yield self.footer(0, "0")
        for block in self.blocks:
            if isinstance(block, Heading | Text):
                yield block.text
            elif isinstance(block, Boxes):
                yield from (part for choice in block.choices for part in choice)
