"""Columns of our own, `lokalkjent.…`, for what XLSForm cannot say; other programs pass them by.

A cell holds JSON, or, in `lokalkjent.member.language`, a text. Where a column of XLSForm's own says nearly the same,
ours holds `{"instead_of": what that says, "is": what is meant}`, and counts only while that one still says so.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from surveys.document_check import LANGUAGE
from surveys.messages import _, shown
from surveys.xlsform.findings import Findings
from surveys.xlsform.rows import Row

INSTEAD_OF, IS = "instead_of", "is"
PLACED = frozenset({"role", "of", "category", "variable", "type", "apart", "answers"})
"""What is read elsewhere: which part of the questionnaire a row is, as a plain text."""
IN_ROWS = frozenset({"pages", "questions"})
"""What rows of their own tell, and no column can."""
NAMES = frozenset({"code", "name"})
"""What other rows refer to: always a text."""
CODED = frozenset({"choices", "rows", "categories"})
LISTED = CODED | {"followups"}
"""What is read on in the workbook: a list of objects, those in CODED each with its code."""
MISSING = object()


def said(value: object) -> str:
    return json.dumps(value, sort_keys=True)


def own_members(row: Row, findings: Findings) -> dict[str, Any]:
    members: dict[str, Any] = {}
    for path, text in row.own.items():
        if path[0] in PLACED:
            continue
        if path[0] in IN_ROWS:
            findings.refuse(
                row.sheet,
                row.number,
                _("A column lokalkjent.%(name)s can tell nothing here. Remove it, or export the questionnaire again."),
                name=path[0],
            )
            continue
        if len(path) == 2:
            texts = members.setdefault(path[0], {})
            if isinstance(texts, dict):
                texts[path[1]] = text
            continue
        try:
            value = json.loads(text)
            if not _can_be_read_on(path[0], value):
                raise ValueError
            members[path[0]] = value
        except (ValueError, RecursionError):
            findings.refuse(
                row.sheet,
                row.number,
                _("What stands in the column lokalkjent.%(name)s is no JSON. Export the questionnaire again."),
                name=shown(path[0]),
            )
    return members


def _can_be_read_on(member: str, value: object) -> bool:
    if isinstance(value, dict) and value.keys() == {INSTEAD_OF, IS}:
        value = value[IS]
    if member not in LISTED or value is None:
        return True
    return isinstance(value, list) and all(
        isinstance(one, dict) and (member not in CODED or isinstance(one.get("code"), str)) for one in value
    )


def is_told_by_own(row: Row, member: str) -> bool:
    """Whether our own column holds the whole of it, as XLSForm's own cannot be read."""
    text = row.own_cell(member)
    return bool(text) and INSTEAD_OF not in text[: len(INSTEAD_OF) + 2]


def with_own(document: dict[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    changed = dict(document)
    for member, value in own.items():
        if isinstance(value, dict) and value.keys() == {INSTEAD_OF, IS}:
            if said(document.get(member)) != said(value[INSTEAD_OF]):
                continue
            value = value[IS]
        if value is None and member not in NAMES:
            changed.pop(member, None)
        elif isinstance(value, str) or member not in NAMES:
            changed[member] = value
    return changed


def differences(read: Mapping[str, Any], wanted: Mapping[str, Any], nested: frozenset[str]) -> dict[str, Any]:
    """What `with_own` needs to make `wanted` out of `read`; `nested`: members that have rows of their own."""
    own: dict[str, Any] = {}
    for member in dict.fromkeys([*wanted, *read]):
        if member in nested or said(read.get(member)) == said(wanted.get(member)):
            continue
        if member in read:
            own[member] = {INSTEAD_OF: read[member], IS: wanted.get(member)}
        else:
            own[member] = wanted[member]
    return own


def own_cells(own: Mapping[str, Any]) -> dict[tuple[str, ...], str]:
    """As cells: texts in a column a language where they come through as they are."""
    cells: dict[tuple[str, ...], str] = {}
    for member, value in own.items():
        if isinstance(value, dict) and value and all(_is_plain(*text) for text in value.items()):
            cells.update({(member, language): text for language, text in value.items()})
        else:
            # No reference to a question, for programs that look for one in every cell.
            cells[(member,)] = json.dumps(value).replace("$", "\\u0024")
    return cells


def _is_plain(language: str, text: object) -> bool:
    return (
        bool(LANGUAGE.fullmatch(language))
        and isinstance(text, str)
        and text != ""
        and text == as_cell(text)
        and "$" not in text
    )


def as_cell(text: str) -> str:
    """A text as it comes back out of a cell."""
    kept = "".join(letter for letter in text.replace("\r\n", "\n").replace("\r", "\n") if _can_stand(letter))
    return kept.replace("\xa0", " ").strip()


def _can_stand(letter: str) -> bool:
    return letter in "\n\t" or (letter >= " " and not "\ud800" <= letter <= "\udfff" and letter not in "\ufffe\uffff")
