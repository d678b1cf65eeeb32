"""What the address of the marks page asks for; the same names as the downloads use where they have them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from flask_babel import gettext as _

ALSO = ("hidden", "draft", "test")
FLAGS = ("waiting", "worrying", "personal", "abusive")
LONGEST_TEXT = 100


class Arguments(Protocol):
    """A query string with repeated names, as Werkzeug reads it."""

    def getlist(self, key: str) -> list[str]: ...


@dataclass(frozen=True)
class Filters:
    """Any of these values; empty means all. `also`: rows otherwise left out. `weeks` as "2026-W47"."""

    categories: Sequence[str] = ()
    schools: Sequence[str] = ()
    classes: Sequence[int] = ()
    zones: Sequence[int] = ()
    seasons: Sequence[str] = ()
    channels: Sequence[str] = ()
    weeks: Sequence[str] = ()
    flags: Sequence[str] = ()
    also: Sequence[str] = ()
    text: Sequence[str] = field(default=())

    def as_arguments(self) -> list[tuple[str, str]]:
        """The query string that asks for this, in a fixed order, so that an address can be shared."""
        return [(name, str(value)) for name, attribute in NAMES.items() for value in getattr(self, attribute)]

    def without(self, name: str, value: str) -> list[tuple[str, str]]:
        """The query string when one value is taken away."""
        return [pair for pair in self.as_arguments() if pair != (name, value)]


# The name in the address → the attribute.
NAMES = {
    "category": "categories",
    "school": "schools",
    "class": "classes",
    "zone": "zones",
    "season": "seasons",
    "channel": "channels",
    "week": "weeks",
    "flag": "flags",
    "also": "also",
    "text": "text",
}


def flag_names() -> dict[str, str]:
    """What each of FLAGS is called."""
    return {
        "waiting": _("Waits for a look"),
        "worrying": _("Violence or self-harm"),
        "personal": _("Names, phones, addresses"),
        "abusive": _("Abuse"),
    }


def filters_from(arguments: Arguments) -> Filters:
    """The filters of a query string; what it does not know is passed over."""
    given: dict[str, list[Any]] = {}
    for name, attribute in NAMES.items():
        values = [value.replace("\x00", "").strip()[:LONGEST_TEXT] for value in arguments.getlist(name)]
        given[attribute] = list(dict.fromkeys(value for value in values if value))[:200]
    given["classes"] = _numbers(given["classes"])
    given["zones"] = _numbers(given["zones"])
    given["flags"] = [value for value in given["flags"] if value in FLAGS]
    given["also"] = [value for value in given["also"] if value in ALSO]
    given["text"] = given["text"][:1]
    return Filters(**given)


def _numbers(values: list[str]) -> list[int]:
    return [int(value) for value in values if is_number(value)]


def is_number(value: str) -> bool:
    """True for what the store may have as a number."""
    return value.isascii() and value.isdigit() and len(value) < 10
