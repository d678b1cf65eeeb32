"""What an expression may refer to where it stands, as the checker knows it."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field

from surveys.conditions.values import Kind
from surveys.messages import Message, _


@dataclass(frozen=True, slots=True)
class Known:
    """`kind`: None where it cannot be told. `codes`: what the answer can be, where it is chosen."""

    kind: Kind | None
    codes: tuple[str, ...] = ()
    on_map: bool = False


def nowhere(_variable: str) -> Message | None:
    return None


@dataclass(frozen=True, slots=True)
class Names:
    """`own`: the question itself, in its constraint. `why_not`: why a question that is there cannot be referred to.

    `columns`: those of the choices, where these are told apart; None elsewhere.
    """

    known: Mapping[str, Known] = field(default_factory=dict)
    own: Known | None = None
    why_not: Callable[[str], Message | None] = nowhere
    columns: frozenset[str] | None = None


KIND_NAMES: dict[Kind, Message] = {
    "text": Message(_("text")),
    "code": Message(_("code of a choice")),
    "number": Message(_("number")),
    "step": Message(_("step of a scale")),
    "boolean": Message(_("true or false")),
    "codes": Message(_("codes of choices")),
    "date": Message(_("date")),
    "time": Message(_("time")),
    "date_time": Message(_("date and time")),
    "unknown": Message(_("answer of many parts")),
}
FAMILIES: dict[Kind, Kind] = {"code": "text", "step": "number", "date_time": "date"}
"""Kinds that can be compared with each other."""


def family(kind: Kind) -> Kind:
    return FAMILIES.get(kind, kind)


def kinds_named(kinds: Container[Kind]) -> tuple[Message, ...]:
    """In words; a kind goes without saying where those it can be compared with are named."""
    return tuple(
        message
        for kind, message in KIND_NAMES.items()
        if kind in kinds and (kind == family(kind) or family(kind) not in kinds)
    )
