"""What the address of the queue asks for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from participation.clock import day_in
from participation.moderation.filters import Arguments
from participation.moderation.kinds import KINDS
from participation.sought import sought

WAITING, REVIEWED, HIDDEN, BLURRED, TRANSLATED, ALL = "waiting", "reviewed", "hidden", "blurred", "translated", "all"
STATES = (WAITING, REVIEWED, HIDDEN, BLURRED, TRANSLATED, ALL)
REASONS = ("worrying", "personal", "abusive")
NAMES = ("state", "kind", "reason", "language", "activity", "since", "until", "text")


@dataclass(frozen=True)
class QueueFilters:
    """Empty means all, but `state`, which begins with what waits. `language`: that of the answer, such as uk.

    `since` and `until`: days on which it came, on a Norwegian calendar, both included.
    """

    state: str = WAITING
    kind: str = ""
    reason: str = ""
    language: str = ""
    activity: int | None = None
    since: date | None = None
    until: date | None = None
    text: str = ""

    def as_arguments(self) -> dict[str, str]:
        """The query string that asks for this, so that an address can be shared."""
        named = {name: getattr(self, name) for name in NAMES}
        return {name: str(value) for name, value in named.items() if value and (name, value) != ("state", WAITING)}

    def without(self, name: str) -> dict[str, str]:
        """The query string when one of them is taken away."""
        return replace(self, **{name: getattr(QueueFilters, name)}).as_arguments()


def queue_filters(arguments: Arguments) -> QueueFilters:
    """Read from a query string; what it does not know is passed over."""

    def given(name: str) -> str:
        return next(map(sought, arguments.getlist(name)), "")

    def one_of(name: str, known: Any) -> str:
        return given(name) if given(name) in known else ""

    number = given("activity")
    return QueueFilters(
        state=one_of("state", STATES) or WAITING,
        kind=one_of("kind", KINDS),
        reason=one_of("reason", REASONS),
        language=given("language")[:10],
        activity=int(number) if number.isascii() and number.isdigit() and len(number) < 10 else None,
        since=day_in(given("since")),
        until=day_in(given("until")),
        text=given("text"),
    )
