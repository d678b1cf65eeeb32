"""A row of the survey sheet as the document of a question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from surveys.conditions.checking import check_expression
from surveys.conditions.values import Kind
from surveys.document_check import DocumentCheck
from surveys.logic_check import TEXT_RESULT
from surveys.messages import _, shown
from surveys.xlsform.choice_filters import read_choice_filter
from surveys.xlsform.defaults import read_default
from surveys.xlsform.findings import Findings
from surveys.xlsform.left_out import NOTHING_TO_CHECK, tell_left_out
from surveys.xlsform.names import NameBook
from surveys.xlsform.naming import variable_for
from surveys.xlsform.own_columns import own_members, with_own
from surveys.xlsform.reading import Reading
from surveys.xlsform.rows import Row
from surveys.xlsform.tree import NO, YES, Entry
from surveys.xlsform.types.base import Asked, TypeMap

UNSEEN = ("calculated", "hidden")


def read_question(
    entry: Entry, made: TypeMap, reading: Reading, relevant: Sequence[Any] = (), unread: str = ""
) -> dict[str, Any] | None:
    """`relevant`, `unread`: the conditions of the groups around it, read and not read. None where it has no name."""
    name = entry.row.cell("name")
    if not name:
        reading.refuse(entry.row, _("The name is missing. Give the question a name."))
        return None
    variable = own_variable(entry.row, reading)
    asked = Asked(entry, reading, variable)
    document = _front(asked, made)
    _take(document, made.read(asked))
    kept: dict[str, str] = document.pop("unread", {})
    if unread:
        kept["relevant"] = unread
    _logic(document, asked, relevant, kept)
    read_choice_filter(document, asked, kept)
    tell_left_out(asked, made, document, kept)
    read_default(document, asked)
    if kept:
        document["unread"] = kept
    return finished(document, made, asked)


def own_variable(row: Row, reading: Reading) -> str:
    name, names = row.cell("name"), reading.names
    variable = row.own_cell("variable") or variable_for(name, names.taken)
    if variable != name and not row.own_cell("variable"):
        reading.note(row, _("The name “%(name)s” becomes “%(variable)s” here."), name=shown(name), variable=variable)
    names.taken.add(variable)
    return variable


def finished(document: dict[str, Any], made: TypeMap, asked: Asked) -> dict[str, Any]:
    """With what our own columns say, and known from here on to what comes after it."""
    own = own_members(asked.row, asked.reading.findings)
    document = with_own(document, own)
    _without_implied(document, made)
    names = asked.reading.names
    names.answered(asked.row.cell("name"), document, calculated_kind(document, names))
    if any(choice.get("specify") for choice in document.get("choices", ()) if isinstance(choice, dict)):
        names.variables.setdefault(f"{asked.row.cell('name')}_other", f"{asked.variable}_other")
        names.taken.add(f"{asked.variable}_other")
    asked.reading.rows_of[id(document)] = asked.row
    return document


def _front(asked: Asked, made: TypeMap) -> dict[str, Any]:
    row, reading = asked.row, asked.reading
    label = reading.texts(row, "label")
    if label is None:
        label = (made.name == "information" and reading.texts(row, "hint")) or reading.plain_texts(row.cell("name"))
        if made.name not in UNSEEN:
            reading.note(row, _("The label is missing. Something else stands in its place: write it."))
    document = {"uid": asked.variable, "variable": asked.variable, "type": made.name, "label": label}
    _take(document, {"hint": reading.texts(row, "hint")})
    return document


def _take(document: dict[str, Any], members: dict[str, Any]) -> None:
    for member, value in members.items():
        if value is None:
            document.pop(member, None)
        else:
            document[member] = value


def _logic(document: dict[str, Any], asked: Asked, relevant: Sequence[Any], kept: dict[str, str]) -> None:
    row, reading = asked.row, asked.reading
    around = reading.names.around()
    own = reading.condition(row, "relevant", around, kept)
    conditions = [*relevant, *([] if own is None else [own])]
    if conditions:
        document["relevant"] = conditions[0] if len(conditions) == 1 else {"and": conditions}
    required = row.cell("required").lower()
    if required in YES:
        document["required"] = True
    elif required not in NO:
        _take(document, {"required": reading.condition(row, "required", around, kept)})
    _take(document, {"constraint": _constraint(document, asked, kept)})
    _take(document, {"required_message": reading.texts(row, "required_message")})
    if "constraint" in document or "constraint" in kept:
        _take(document, {"constraint_message": reading.texts(row, "constraint_message")})


def _constraint(document: dict[str, Any], asked: Asked, kept: dict[str, str]) -> Any:
    row, reading, itself = asked.row, asked.reading, asked.reading.names.around(document)
    if document["type"] != "information":
        return reading.condition(row, "constraint", itself, kept)
    unread: dict[str, str] = {}
    found = Reading(reading.languages, {}, Findings(), reading.names).condition(row, "constraint", itself, unread)
    if unread:
        reading.note(row, NOTHING_TO_CHECK)
        kept |= unread
    return found


def _without_implied(document: dict[str, Any], made: TypeMap) -> None:
    """Take away the part of the constraint that our own settings say already."""
    implied, constraint = made.implied(document) if _sound(document) else [], document.get("constraint")
    if not implied or not isinstance(constraint, dict):
        return
    parts = constraint["and"] if constraint.keys() == {"and"} and constraint not in implied else [constraint]
    if parts[: len(implied)] != implied:
        return
    left = parts[len(implied) :]
    if left:
        document["constraint"] = left[0] if len(left) == 1 else {"and": left}
    else:
        del document["constraint"]


def _sound(document: dict[str, Any]) -> bool:
    choices = document.get("choices", [])
    return isinstance(choices, list) and all(isinstance(choice, dict) and "code" in choice for choice in choices)


def calculated_kind(document: dict[str, Any], names: NameBook) -> Kind | None:
    if document.get("calculation") is None:
        return None
    wanted = TEXT_RESULT if document.get("result") == "text" else frozenset()
    return check_expression(document["calculation"], "", wanted, names.around().names, DocumentCheck())
