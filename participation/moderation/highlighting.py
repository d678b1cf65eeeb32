"""Which words of a text are pointed out, and why."""

from __future__ import annotations

from dataclasses import dataclass

from participation.responses.flags import ABUSIVE, PERSONAL, WORRYING
from participation.safeguards.abusive_text import find_abuse
from participation.safeguards.personal_data import find_personal_data
from participation.safeguards.worrying_text import find_worries


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a text; `reason` is the word for it in `flags`, empty where nothing is the matter."""

    words: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """`text[start:end]` and the word for it in `flags`."""

    start: int
    end: int
    reason: str


def found_in(text: str) -> list[Found]:
    """What is pointed out, none overlapping, in the order of the text: worries before abuse before personal data."""
    every = [Found(one.start, one.end, f"{WORRYING}:{one.kind}") for one in find_worries(text)]
    every += [Found(one.start, one.end, f"{ABUSIVE}:{one.kind}") for one in find_abuse(text)]
    every += [Found(one.start, one.end, f"{PERSONAL}:{one.kind}") for one in find_personal_data(text)]
    kept: list[Found] = []
    for one in every:
        if all(one.end <= other.start or one.start >= other.end for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def parts(text: str) -> list[Part]:
    """The whole text in pieces."""
    made, at = [], 0
    for one in found_in(text):
        made += [Part(text[at : one.start]), Part(text[one.start : one.end], one.reason)]
        at = one.end
    return [part for part in [*made, Part(text[at:])] if part.words]


def to_blur(text: str) -> list[str]:
    """The words that are likely to have to go: what may tell who somebody is, and abuse. Not what worries: adults act on it."""
    return list(
        dict.fromkeys(text[one.start : one.end] for one in found_in(text) if not one.reason.startswith(WORRYING))
    )
