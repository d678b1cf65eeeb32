"""What a pattern is made of once it has been read, and the characters that have a name in it."""

from __future__ import annotations

from dataclasses import dataclass

Ranges = tuple[tuple[int, int], ...]
"""Code points, both ends included."""

LAST = 0x10FFFF
DIGITS: Ranges = ((48, 57),)
WORD: Ranges = ((48, 57), (65, 90), (95, 95), (97, 122))
SPACES: Ranges = ((9, 13), (32, 32))


@dataclass(frozen=True, slots=True)
class Characters:
    ranges: Ranges


@dataclass(frozen=True, slots=True)
class Edge:
    """The beginning or the end of the text."""

    start: bool


@dataclass(frozen=True, slots=True)
class Sequence:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Alternatives:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    part: Node
    least: int
    most: int | None


Node = Characters | Edge | Sequence | Alternatives | Repeat


def opposite(ranges: Ranges) -> Ranges:
    gaps, start = [], 0
    for low, high in sorted(ranges):
        if low > start:
            gaps.append((start, low - 1))
        start = max(start, high + 1)
    return (*gaps, (start, LAST)) if start <= LAST else tuple(gaps)


SETS = {"d": DIGITS, "w": WORD, "s": SPACES, "D": opposite(DIGITS), "W": opposite(WORD), "S": opposite(SPACES)}
NAMED = {"n": 10, "r": 13, "t": 9}
# Not one of the two line ends, as in other programs.
ANYTHING = opposite(((10, 10), (13, 13)))
