"""What the address of the search asks for."""

from __future__ import annotations

from dataclasses import dataclass, replace

from participation.moderation import queue_filters as states
from participation.moderation.filters import Arguments
from participation.moderation.queue_filters import QueueFilters, queue_filters

TEXT, CATEGORY, ACTIVITY, PLACE = "text", "category", "activity", "place"
KINDS = (TEXT, CATEGORY, ACTIVITY, PLACE)


@dataclass(frozen=True)
class Asked:
    """`kind`: the only one that is looked for; empty for all. `of_texts`: the same as the queue is asked for."""

    kind: str
    of_texts: QueueFilters

    @property
    def text(self) -> str:
        return self.of_texts.text

    @property
    def activity(self) -> int | None:
        return self.of_texts.activity

    @property
    def only_texts(self) -> bool:
        """True when more is asked than what is no text has: when it came, and what was decided about it."""
        return self.of_texts.state != states.ALL or bool(self.of_texts.since or self.of_texts.until)

    def wants(self, kind: str) -> bool:
        """True when things of this kind are looked for."""
        return self.kind in ("", kind) and (kind == TEXT or not self.only_texts)

    def as_arguments(self) -> dict[str, str]:
        """The query string that asks for this, so that an address can be shared."""
        found = self.of_texts.as_arguments() | {"state": self.of_texts.state, "kind": self.kind}
        return {name: value for name, value in found.items() if value and (name, value) != ("state", states.ALL)}


def asked_in(arguments: Arguments) -> Asked:
    """Read from a query string; what it does not know is passed over."""
    found = queue_filters(arguments)
    state = found.state if found.state in arguments.getlist("state")[:1] else states.ALL
    kind = next((one for one in arguments.getlist("kind")[:1] if one in KINDS), "")
    return Asked(kind, replace(found, state=state, kind="", reason="", language=""))
