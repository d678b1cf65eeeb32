"""The headings of a workbook's columns: what pyxform takes is taken here too."""

from __future__ import annotations

import re
from dataclasses import dataclass

OWN, COLUMN, SEPARATOR = "lokalkjent", "column", "."
"""Two colons would make other programs look for parts of a column they know."""
LONGEST = 200
BLANKS = re.compile(r"[\s_-]+")
PARTS = re.compile(r"\s*::?\s*")
TEXTS = ("label", "hint", "constraint_message", "required_message", "image")
MEMBERS = (
    *TEXTS,
    "type",
    "name",
    "list_name",
    "required",
    "relevant",
    "constraint",
    "calculation",
    "default",
    "appearance",
    "parameters",
    "choice_filter",
    "read_only",
    "disabled",
)
OF_CHOICES = (OWN, "label", "image", "name", "list_name")
SETTINGS = ("form_title", "form_id", "version", "default_language", "allow_choice_duplicates", "style")
ALIASES = {
    "caption": "label",
    "command": "type",
    "tag": "name",
    "value": "name",
    "relevance": "relevant",
    "readonly": "read_only",
    "calculate": "calculation",
    "constraining_message": "constraint_message",
    "constraint_msg": "constraint_message",
    "jr:constraintmsg": "constraint_message",
    "requiredmsg": "required_message",
    "jr:requiredmsg": "required_message",
    "title": "form_title",
    "set_form_title": "form_title",
    "id_string": "form_id",
    "set_form_id": "form_id",
}
WRAPPERS = ("bind", "control", "body", "media")


@dataclass(frozen=True, slots=True)
class Heading:
    """`language` as it is written, blank without one. `own`: a column of ours, with the path of what it holds; or, of
    a choice, the heading of a column that a filter may ask for."""

    member: str
    language: str = ""
    own: tuple[str, ...] = ()


def own_heading(path: tuple[str, ...]) -> str:
    return SEPARATOR.join((OWN, *path))


def choice_heading(text: str) -> Heading | None:
    """What a choice has no member for is a column that a filter may ask for."""
    found = heading_of(text)
    if found is not None and found.member in OF_CHOICES:
        return found
    return Heading(COLUMN, own=(text.strip(),)) if text.strip() else None


def heading_of(text: str) -> Heading | None:
    """None for a column that means nothing here."""
    if len(text) > LONGEST:
        return None
    own = text.strip().split(SEPARATOR)
    if own[0].lower() == OWN and len(own) > 1:
        return Heading(OWN, own=tuple(own[1:3]))
    parts = [part for part in PARTS.split(text.strip()) if part]
    if not parts:
        return None
    if parts[0].lower() in WRAPPERS and len(parts) > 1:
        parts = parts[1:]
    if parts[0].lower() == "jr" and len(parts) > 1:
        parts = [f"jr:{parts[1]}", *parts[2:]]
    member = BLANKS.sub("_", parts[0].lower())
    member = ALIASES.get(member, member)
    if member in TEXTS:
        return Heading(member, "::".join(parts[1:]))
    return Heading(member) if len(parts) == 1 and member in (*MEMBERS, *SETTINGS) else None
