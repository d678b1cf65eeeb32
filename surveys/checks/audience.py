"""Who reads a questionnaire, and how hard its texts may be for them (LIX)."""

from __future__ import annotations

from dataclasses import dataclass

# The age that a questionnaire gives → the highest index; pupils' years 1–4 read with those of 5–7.
HARDEST = {"3-7": 20, "8-10": 30}
IN_CLASS, ADULTS = 25, 40


@dataclass(frozen=True, slots=True)
class Audience:
    """`in_class`: pupils, of an age that the questionnaire need not give."""

    in_class: bool = False

    def hardest(self, age: str | None) -> int:
        return HARDEST.get(age or "", IN_CLASS if self.in_class else ADULTS)
