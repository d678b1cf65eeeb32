"""Phrases of several kinds, looked for in a text in one go."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

# Each pattern with parts, `/` between, of which the text must hold one: looking for those first takes a tenth of the time.
Phrases = tuple[tuple[str, str], ...]
_SPACES = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Phrase:
    """What was found: the text's part is `text[start:end]`."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Sought:
    kind: str
    parts: tuple[str, ...]
    pattern: re.Pattern[str]


class PhraseFinder:
    """Finds whole words only, in capitals or not; `kinds`: kind → its phrases, the first to be named first."""

    def __init__(self, kinds: Mapping[str, Phrases]) -> None:
        self._sought = [
            _Sought(kind, tuple(parts.split("/")), re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE))
            for kind, phrases in kinds.items()
            for parts, pattern in phrases
        ]
        self._parts = tuple({part for sought in self._sought for part in sought.parts})

    def find(self, text: str) -> list[Phrase]:
        """Two may overlap."""
        # One character for one, so that the places stay right.
        plain = _SPACES.sub(" ", text.replace("’", "'"))
        lowered = plain.lower()
        held = {part for part in self._parts if part in lowered}
        if not held:
            return []
        return [
            Phrase(sought.kind, *match.span())
            for sought in self._sought
            if not held.isdisjoint(sought.parts)
            for match in sought.pattern.finditer(plain)
        ]
