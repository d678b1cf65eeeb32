"""A row of the survey sheet as the document of a question."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

from surveys.conditions.values import Kind
from surveys.document_check import DocumentCheck
from surveys.logic_check import TEXT_RESULT
from surveys.messages import _, shown
from surveys.xlsform.names import NameBook
from surveys.xlsform.naming import variable_for
from surveys.xlsform.own_columns import own_members, with_own
from surveys.xlsform.reading import Reading
from surveys.xlsform.rows import Row
from surveys.xlsform.tree import YES, Entry
from surveys.xlsform.type_names import META, NOT_ASKED, REFUSED
from surveys.xlsform.types import TYPE_MAPS
from surveys.xlsform.types.base import Asked, TypeMap

NO = ("no", "false", "false()", "0")
BASES = {base: made for made in reversed(TYPE_MAPS.values()) for base in made.reads if made.name != "information"} | {
    "note": TYPE_MAPS["information"]
}
UNSEEN = ("calculated", "hidden")
SAME_AS_OURS = frozenset({"field-list", "label", "likert", "list-nolabel", "multiline", "table-list"})


def type_map(entry: Entry, reading: Reading) -> TypeMap | None:
    """None where the row asks nothing here, which is told."""
    base, row = entry.type.base, entry.row
    own = TYPE_MAPS.get(row.own_cell("type"))
    if own is not None and base in own.reads:
        return own
    if base == "text" and "multiline" in entry.appearance:
        return TYPE_MAPS["long_text"]
    if base == "text" and row.cell("read_only").lower() in YES:
        return TYPE_MAPS["information"]
    if base in BASES:
        return BASES[base]
    _tell_why_not(base, row, reading)
    return None


def _tell_why_not(base: str, row: Row, reading: Reading) -> None:
    written = shown(row.cell("type"))
    reading.names.leave_out(row.cell("name"))
    if base in META:
        reading.note(row, _("“%(type)s” is nothing that is gathered here, and is left out."), type=written)
    elif base in NOT_ASKED:
        reading.note(row, _("“%(type)s” cannot be asked for here, and is left out."), type=written)
    elif base == "from_file":
        reading.refuse(row, _("Choices cannot come from a file. Put them on the sheet “choices”."))
    elif base in REFUSED:
        reading.refuse(row, _("Other workbooks cannot be included. Copy their rows into this one."))
    else:
        near = get_close_matches(base, BASES, n=1) or sorted(BASES)
        template = _("“%(type)s” is no type of question. Use one of these: %(known)s.")
        reading.refuse(row, template, type=written, known=", ".join(near))


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
    _tell_left_out(asked, made, document, kept)
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
    itself = reading.names.around(document)
    _take(document, {"constraint": reading.condition(row, "constraint", itself, kept)})
    _take(document, {"required_message": reading.texts(row, "required_message")})
    if "constraint" in document or "constraint" in kept:
        _take(document, {"constraint_message": reading.texts(row, "constraint_message")})


def _tell_left_out(asked: Asked, made: TypeMap, document: dict[str, Any], kept: dict[str, str]) -> None:
    row, reading = asked.row, asked.reading
    if row.cell("choice_filter"):
        kept["choice_filter"] = row.cell("choice_filter")
        reading.note(row, _("“choice_filter” is kept as text, and all choices are offered."))
    if row.cell("calculation") and made.name != "calculated":
        kept["calculation"] = row.cell("calculation")
        reading.note(row, _("Only a row of the type “calculate” is worked out. This is kept as text."))
    if row.cell("default"):
        reading.note(row, _("Questions have no answer beforehand here: “default” is left out."))
    if row.cell("read_only").lower() in YES and made.name not in ("information", "calculated"):
        reading.note(row, _("The question can be answered here: “read_only” is left out."))
    if made.name == "information" and document.pop("required", None):
        reading.note(row, _("There is nothing to answer here: “required” is left out."))
    if made.name != "information" and row.spoken.get("image"):
        reading.note(row, _("A question has no picture here: it is left out. A note can have one."))
    if "constraint_message" in row.spoken and "constraint_message" not in document:
        reading.note(row, _("There is no constraint that the message could be told for: it is left out."))
    if made.name != "slider" and row.cell("parameters"):
        reading.note(row, _("What “parameters” says is left out here."))
    _tell_appearance(asked, document)


def _tell_appearance(asked: Asked, document: dict[str, Any]) -> None:
    unknown = [word for word in asked.appearance if word not in SAME_AS_OURS]
    if unknown and "appearance" not in document:
        template = _("The question looks as usual here: the appearance “%(appearance)s” is left out.")
        asked.reading.note(asked.row, template, appearance=shown(" ".join(unknown)))


def _without_implied(document: dict[str, Any], made: TypeMap) -> None:
    """Take away the part of the constraint that our own settings say already."""
    implied, constraint = made.implied(document) if _sound(document) else [], document.get("constraint")
    if not implied or not isinstance(constraint, dict):
        return
    parts = constraint["and"] if constraint.keys() == {"and"} and len(implied) > 0 else [constraint]
    if constraint in implied:
        parts = [constraint]
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
    from surveys.conditions.checking import check_expression

    wanted = TEXT_RESULT if document.get("result") == "text" else frozenset()
    return check_expression(document["calculation"], "", wanted, names.around().names, DocumentCheck())
