"""Earlier answers within texts: `${name}` in a workbook, `{variable}` here."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from surveys.piping import PIPED
from surveys.xlsform.xpath.tokens import REFERENCE


def from_workbook(text: str, variable_of: Callable[[str], str | None]) -> tuple[str, list[str]]:
    """The text as ours, and the names in it that nothing can be filled in for."""
    parts, unknown, at = [], [], 0
    for found in REFERENCE.finditer(text):
        variable = variable_of(found[1].strip())
        if variable is None:
            unknown.append(found[1])
            continue
        literal = _escaped(text[at : found.start()])
        parts += [_closed(literal), "{", variable, "}"]
        at = found.end()
    return "".join([*parts, _escaped(text[at:])]), unknown


def to_workbook(text: str, names: Mapping[str, str]) -> str:
    parts, at = [], 0
    for found in PIPED.finditer(text):
        parts.append(text[at : found.start()])
        parts.append(f"${{{names.get(found[1], found[1])}}}" if found[1] else "{")
        at = found.end()
    parts.append(text[at:])
    # A brace that stands for itself must not make a reference.
    return "".join("$ {" if part == "{" and before.endswith("$") else part for before, part in _pairs(parts))


def _pairs(parts: list[str]) -> list[tuple[str, str]]:
    return list(zip(["", *parts], parts, strict=False))


def _escaped(text: str) -> str:
    return PIPED.sub(lambda found: "{" + found[0] if found[1] else "{{{{", text)


def _closed(literal: str) -> str:
    """So that a last brace is not read together with that of the answer after it."""
    braces = len(literal) - len(literal.rstrip("{"))
    return literal + "{" if braces % 2 else literal
