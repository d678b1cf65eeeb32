"""Texts for translation: marked where they are written, translated by whoever shows them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

Translate = Callable[[str], str]

SHOWN_LENGTH = 40


def _(text: str) -> str:
    return text


def untranslated(text: str) -> str:
    return text


@dataclass(frozen=True, slots=True)
class Message:
    template: str
    params: Mapping[str, Any] = field(default_factory=dict)

    def render(self, translate: Translate = untranslated) -> str:
        """A parameter that is a message itself is translated too; several stand with commas between."""
        text = translate(self.template)
        return (
            text % {name: _rendered(value, translate) for name, value in self.params.items()} if self.params else text
        )


@dataclass(frozen=True, slots=True)
class OwnMessage(Message):
    """The questionnaire's own words, in the reader's language already."""

    def render(self, _translate: Translate = untranslated) -> str:
        return self.template


def number_text(number: object) -> "Message | str":
    """A number with the decimal sign of the reader's language."""
    whole, _point, decimals = f"{Decimal(str(number)).normalize():f}".partition(".")
    return Message(_("%(whole)s.%(decimals)s"), {"whole": whole, "decimals": decimals}) if decimals else whole


def shown(value: object) -> str:
    """A value as it may stand in a message: short, one line, encodable."""
    if value is None:
        return ""
    if isinstance(value, dict):
        return "{…}"
    if isinstance(value, list | tuple):
        return "[…]"
    text = value[: SHOWN_LENGTH + 1] if isinstance(value, str) else _number_or_name(value)
    text = "".join(character if character.isprintable() else " " for character in text)
    return text if len(text) <= SHOWN_LENGTH else text[:SHOWN_LENGTH] + "…"


def _rendered(value: Any, translate: Translate) -> Any:
    if isinstance(value, Message):
        return value.render(translate)
    return ", ".join(_rendered(part, translate) for part in value) if isinstance(value, tuple) else value


def _number_or_name(value: object) -> str:
    # Python refuses to write out very long whole numbers.
    if isinstance(value, int) and abs(value) > 10**SHOWN_LENGTH:
        return "…"
    return str(value)
