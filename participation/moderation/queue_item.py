"""One thing in the queue, as its template reads it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from participation.moderation.blurring import BLUR
from participation.moderation.free_texts import FreeText
from participation.moderation.highlighting import Part, parts, to_blur
from participation.moderation.kinds import Key
from participation.moderation.translating import Translated


@dataclass(frozen=True)
class ShownText:
    """A text in pieces, what is suggested to be blurred, and its translation."""

    variable: str
    asked: str
    parts: list[Part]
    suggested: list[str]
    is_blurred: bool
    translation: Translated | None


@dataclass(frozen=True)
class Item:
    """One row of the queue. `label`: a mark's category; `choices`: what was chosen about it; `photo`: its name."""

    key: Key
    activity_id: int
    activity: str
    response: int
    where: str
    language: str
    came: datetime
    is_draft: bool
    is_hidden: bool
    is_reviewed: bool
    is_worrying: bool = False
    reasons: list[str] = field(default_factory=list)
    label: str = ""
    choices: list[str] = field(default_factory=list)
    texts: list[ShownText] = field(default_factory=list)
    photo: str = ""

    @property
    def is_blurred(self) -> bool:
        return any(text.is_blurred for text in self.texts)


def shown(text: FreeText, translation: Translated | None) -> ShownText:
    """A text ready to be shown."""
    is_blurred = BLUR in text.words
    return ShownText(text.variable, text.asked, parts(text.words), to_blur(text.words), is_blurred, translation)
