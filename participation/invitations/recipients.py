"""Those to invite: ids that say nothing of them, and at most three coarse facts that follow the answer."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

FEWEST_IN_A_GROUP = 20
MOST_COLUMNS = 3
MOST_RECIPIENTS = 5000
LONGEST_VALUE = 60
RECIPIENT = re.compile(r"[\w.-]{1,40}")
Background = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Recipient:
    """`background`: value by column heading."""

    row: int
    recipient: str
    background: dict[str, str]


@dataclass
class RecipientList:
    """`problems`: row number as the planner counts them, and what is wrong there."""

    columns: list[str] = field(default_factory=list)
    recipients: list[Recipient] = field(default_factory=list)
    problems: list[dict[str, object]] = field(default_factory=list)

    def wrong(self, row: int, message: str) -> None:
        """Say what is wrong in a row."""
        self.problems.append({"row": row, "message": message})

    def combinations(self) -> dict[str, int]:
        """How many there are of each background, in words."""
        counted = Counter(", ".join(one.background.values()) for one in self.recipients)
        return dict(sorted(counted.items()))
