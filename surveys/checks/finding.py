"""What a check has to say about a questionnaire: how much it weighs, where it is, and how it is mended."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

from surveys.messages import Message


class Weight(IntEnum):
    """From the heaviest."""

    STOPS = 1
    """Published like this, it would do harm that cannot be mended afterwards."""
    ADVICE = 2
    """Worth a look; whoever publishes may know better."""


@dataclass(frozen=True, slots=True)
class Where:
    """`page`: its name; `question`: its uid, of a follow-up too; `language`: of the text. "" where it is not told."""

    page: str = ""
    question: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """`check`: the name under which the check is registered."""

    check: str
    message: Message
    where: Where = field(default_factory=Where)
    weight: Weight = Weight.ADVICE
