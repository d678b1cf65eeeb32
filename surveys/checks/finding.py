"""What a check has to say about a questionnaire: how much it weighs, where it is, and how it is mended."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

from surveys.messages import Message


class Weight(IntEnum):
    """From the heaviest.

    What stops a publishing is what no planner means, and what cannot be taken back: a question that must be answered and
    never can be, a text that is not there in the language that all others fall back on, a question for an identity number,
    and of pupils any question that asks who they are or that their screens cannot ask. All else is advice: a question that
    is never asked may be put away for a while, and a translation may come later.
    """

    STOPS = 1
    """It is not published like this."""
    ADVICE = 2
    """Worth a look; whoever publishes may know better."""


@dataclass(frozen=True, slots=True)
class Where:
    """`page`: its name; `question`: its uid, of a follow-up too; `language`: of the text. "" where it is not told.

    `member`: its path within the question, else the page, else the questionnaire, such as `choices[1].label`; "" where it is
    about the whole.
    """

    page: str = ""
    question: str = ""
    language: str = ""
    member: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """`check`: the name under which the check is registered."""

    check: str
    message: Message
    where: Where = field(default_factory=Where)
    weight: Weight = Weight.ADVICE
