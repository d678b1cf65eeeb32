"""What our own workbooks tell of questions for the map: categories, and follow-up questions in groups of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from surveys.messages import _, shown
from surveys.xlsform.names import NameBook
from surveys.xlsform.own_columns import own_members, with_own
from surveys.xlsform.reading import Reading
from surveys.xlsform.tree import Entry
from surveys.xlsform.types.listed import list_named, read_choice

ReadQuestions = Callable[[list[Entry]], list[dict[str, Any]]]


@dataclass
class OnMap:
    """A map question that was read, and what was known before it."""

    document: dict[str, Any]
    before: NameBook
    common: NameBook | None = None


def read_categories(entry: Entry, of: OnMap, reading: Reading) -> None:
    listed = list_named(entry.type.choices, entry.row, reading)
    if listed is None:
        return
    of.document["categories"] = [read_choice(choice, reading) for choice in listed.choices]


def read_followups(entry: Entry, of: OnMap, reading: Reading, questions_in: ReadQuestions) -> None:
    """The rows of the group, with the names that a mark's follow-ups know."""
    code = entry.row.own_cell("category")
    outer, reading.names = reading.names, (of.common or of.before).within()
    questions = questions_in(entry.children)
    if not code:
        of.common = reading.names
        of.document["followups"] = questions
    else:
        _put_into_category(entry, of, code, questions, reading)
    reading.names = outer


def _put_into_category(entry: Entry, of: OnMap, code: str, questions: list[dict[str, Any]], reading: Reading) -> None:
    for category in of.document.get("categories", ()):
        if category["code"] == code:
            category["followups"] = questions
            return
    reading.refuse(entry.row, _("“%(code)s” is no category of the question before. Mend it."), code=shown(code))


def snapshot(names: NameBook) -> NameBook:
    """The names as they are now, whatever comes to be known later."""
    return NameBook(names.variables.copy(), names.known.copy(), dict(names.codes), names.reasons, set(names.taken))


def read_intro(entry: Entry, reading: Reading) -> dict[str, Any]:
    texts = {"text": reading.texts(entry.row, "label") or reading.plain_texts(entry.row.cell("name"))}
    text: dict[str, Any] = with_own(texts, own_members(entry.row, reading.findings)).get("text", {})
    return text
