"""Whether a whole text is as a pattern says, without going back: each character is looked at once.

All ways through the pattern are followed at the same time (Thompson's construction), so the time grows with the length
of the text, whatever the pattern. A text longer than LONGEST_TEXT matches nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from surveys.conditions.pattern_nodes import Alternatives, Characters, Edge, Node, Ranges, Repeat, Sequence
from surveys.conditions.pattern_syntax import PatternError, read_pattern
from surveys.messages import _

LONGEST_TEXT = 2000
MAX_STEPS = 600
MOST_REMEMBERED = 2000

State = frozenset[int]
Step = Ranges | Edge | list[int]
"""Go on past one of these characters, past an edge of the text, or at any of these steps."""


def matches(pattern: str, text: str) -> bool:
    """False, too, where the pattern cannot be used."""
    read = pattern_of(pattern)
    return isinstance(read, Pattern) and len(text) <= LONGEST_TEXT and read.matches(text)


@lru_cache(maxsize=500)
def pattern_of(pattern: str) -> Pattern | PatternError:
    """Read once, or why it cannot be used."""
    try:
        return Pattern(pattern)
    except PatternError as error:
        return error


class Pattern:
    def __init__(self, pattern: str) -> None:
        """PatternError where it cannot be used."""
        self.steps: list[Step] = []
        self.work = 0
        self._add(read_pattern(pattern))
        self.first = self._reached([0], start=True)
        self.seen: dict[tuple[State, str], State] = {}

    def matches(self, text: str) -> bool:
        """`text` is not empty."""
        state = self.first
        for character in text:
            if not state:
                return False
            state = self._after(state, character)
        return len(self.steps) in self._reached(state, start=False)

    def _after(self, state: State, character: str) -> State:
        known = self.seen.get((state, character))
        if known is not None:
            return known
        code = ord(character)
        passed = [at + 1 for at in state if self._passes(at, code)]
        if len(self.seen) >= MOST_REMEMBERED:
            self.seen = {}
        reached = self.seen[state, character] = self._reached(passed)
        return reached

    def _passes(self, at: int, code: int) -> bool:
        step = self.steps[at] if at < len(self.steps) else ()
        return isinstance(step, tuple) and any(low <= code <= high for low, high in step)

    def _reached(self, begun: Iterable[int], start: bool | None = None) -> State:
        """The steps to take from here on. `start`: which edge of the text this is, None inside it."""
        left, reached = list(begun), set()
        while left:
            at = left.pop()
            if at in reached:
                continue
            reached.add(at)
            step = self.steps[at] if at < len(self.steps) else ()
            if isinstance(step, list):
                left.extend(step)
            elif isinstance(step, Edge) and step.start is start:
                left.append(at + 1)
        return frozenset(reached)

    def _add(self, node: Node) -> None:
        self.work += 1
        if self.work > MAX_STEPS:
            raise PatternError(_("The pattern is too large. Repeat less in it."))
        match node:
            case Characters(ranges):
                self.steps.append(ranges)
            case Edge():
                self.steps.append(node)
            case Sequence(parts):
                for part in parts:
                    self._add(part)
            case Alternatives(parts):
                self._add_alternatives(parts)
            case Repeat(part, least, most):
                self._add_repeat(part, least, most)

    def _add_alternatives(self, parts: tuple[Node, ...]) -> None:
        fork, ends = self._fork(), []
        for part in parts:
            fork.append(len(self.steps))
            self._add(part)
            ends.append(self._fork())
        for end in ends:
            end.append(len(self.steps))

    def _add_repeat(self, part: Node, least: int, most: int | None) -> None:
        for _time in range(least):
            self._add(part)
        forks, again = [], len(self.steps)
        for _time in range(1 if most is None else most - least):
            forks.append(self._fork())
            forks[-1].append(len(self.steps))
            self._add(part)
        if most is None:
            self._fork().append(again)
        for fork in forks:
            fork.append(len(self.steps))

    def _fork(self) -> list[int]:
        fork: list[int] = []
        self.steps.append(fork)
        return fork
