"""Reads a pattern: the part of regular expressions that can be matched in time that grows with the text only.

Characters, `.`, `[a-zæøå]`, `[^0-9]`, `\\d \\w \\s` and their opposites (ASCII), `( )`, `(?: )`, `|`, `* + ?`, `{2}`,
`{2,}`, `{2,5}`, `^` and `$`. What looks ahead, behind or back is refused.
"""

from __future__ import annotations

from surveys.conditions.pattern_nodes import (
    ANYTHING,
    NAMED,
    SETS,
    Alternatives,
    Characters,
    Edge,
    Node,
    Ranges,
    Repeat,
    Sequence,
    opposite,
)
from surveys.errors import AnswerError
from surveys.messages import _

MAX_LENGTH, MAX_DEPTH, MOST_REPEATS = 300, 10, 255


class PatternError(AnswerError):
    """A pattern that cannot be used, with the place in it and what to do."""


QUANTIFIERS: dict[str, tuple[int, int | None]] = {"*": (0, None), "+": (1, None), "?": (0, 1)}


def read_pattern(pattern: str) -> Node:
    if len(pattern) > MAX_LENGTH:
        raise PatternError(_("The pattern is too long. Shorten it to %(most)s characters."), most=MAX_LENGTH)
    reader = Reader(pattern)
    node = reader.alternatives(0)
    if reader.here:
        raise reader.refused()
    return node


class Reader:
    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.position = 0

    @property
    def here(self) -> str:
        return self.pattern[self.position : self.position + 1]

    def take(self, wanted: str) -> bool:
        if not self.pattern.startswith(wanted, self.position):
            return False
        self.position += len(wanted)
        return True

    def refused(self) -> PatternError:
        part = self.pattern[self.position : self.position + 10]
        if not part:
            return PatternError(_("The pattern ends too early: close the brackets in it."))
        message = _(
            "The pattern cannot be used from character %(position)s, “%(part)s”. Write that part in another way."
        )
        return PatternError(message, position=self.position + 1, part=part)

    def alternatives(self, depth: int) -> Node:
        if depth > MAX_DEPTH:
            raise self.refused()
        parts = [self.sequence(depth)]
        while self.take("|"):
            parts.append(self.sequence(depth))
        return Alternatives(tuple(parts)) if len(parts) > 1 else parts[0]

    def sequence(self, depth: int) -> Node:
        parts = []
        while self.here and self.here not in "|)":
            parts.append(self.repeated(depth))
        return Sequence(tuple(parts))

    def repeated(self, depth: int) -> Node:
        edge = self.here in ("^", "$")
        part = self.one(depth)
        limits = None if edge else self.limits()
        # What may be short is taken short or long: it matches the same whole texts.
        return part if limits is None else (self.take("?"), Repeat(part, *limits))[1]

    def limits(self) -> tuple[int, int | None] | None:
        for sign, limits in QUANTIFIERS.items():
            if self.take(sign):
                return limits
        if self.here != "{":
            return None
        self.position += 1
        least = self.whole_number()
        most: int | None = least
        if self.take(","):
            most = None if self.here == "}" else self.whole_number()
        if (most is not None and most < least) or not self.take("}"):
            raise self.refused()
        return least, most

    def whole_number(self) -> int:
        start = self.position
        while "0" <= self.here <= "9" and self.position - start < 3:
            self.position += 1
        if start == self.position or int(self.pattern[start : self.position]) > MOST_REPEATS:
            raise self.refused()
        return int(self.pattern[start : self.position])

    def one(self, depth: int) -> Node:
        if self.here in ("^", "$"):
            return Edge(start=self.take("^") or not self.take("$"))
        if self.take("."):
            return Characters(ANYTHING)
        if self.take("[^"):
            return Characters(opposite(self.listed()))
        if self.take("["):
            return Characters(self.listed())
        if self.take("(?:") or self.take("("):
            return self.group(depth)
        if self.here in ("*", "+", "?", "{", "}", ")", "]"):
            raise self.refused()
        return Characters(self.character())

    def group(self, depth: int) -> Node:
        if self.here == "?":
            raise self.refused()
        node = self.alternatives(depth + 1)
        if not self.take(")"):
            raise self.refused()
        return node

    def listed(self) -> Ranges:
        ranges: list[tuple[int, int]] = []
        while not self.take("]"):
            if not self.here or self.here == "[":
                raise self.refused()
            found = self.character()
            if self.here == "-" and self.pattern[self.position + 1 : self.position + 2] not in ("]", ""):
                found = self.range_from(found)
            ranges.extend(found)
        if not ranges:
            raise self.refused()
        return tuple(ranges)

    def range_from(self, low: Ranges) -> Ranges:
        self.position += 1
        high = self.character()
        if len(low) != 1 or len(high) != 1 or low[0][0] != low[0][1] or not low[0][0] <= high[0][0] == high[0][1]:
            raise self.refused()
        return ((low[0][0], high[0][0]),)

    def character(self) -> Ranges:
        """One character, or a set with a name."""
        escaped = self.take("\\")
        character = self.here
        plain = character.isascii() and character.isalnum()
        if not character or (escaped and plain and character not in SETS and character not in NAMED):
            raise self.refused()
        self.position += 1
        if escaped and character in SETS:
            return SETS[character]
        code = NAMED[character] if escaped and character in NAMED else ord(character)
        return ((code, code),)
