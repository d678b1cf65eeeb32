"""What a row says that has no counterpart here: told, and kept as text where it is a condition."""

from __future__ import annotations

from typing import Any

from surveys.messages import _, shown
from surveys.question_types import QUESTION_TYPES
from surveys.question_types.single_choice import DROPDOWN
from surveys.xlsform.choice_filters import FILTERED
from surveys.xlsform.tree import NO
from surveys.xlsform.types.base import Asked, TypeMap
from surveys.xlsform.types.choices import DROPDOWNS
from surveys.xlsform.types.listed import SPECIFY

NOTHING_TO_CHECK = _("There is nothing to answer here: “constraint” does nothing.")
SAME_AS_OURS = frozenset({"field-list", "label", "likert", "list-nolabel", "multiline", "table-list"})


def tell_left_out(asked: Asked, made: TypeMap, document: dict[str, Any], kept: dict[str, str]) -> None:
    row, reading = asked.row, asked.reading
    if row.cell("choice_filter") and made.name not in FILTERED:
        reading.note(row, _("There are no choices to tell apart here: “choice_filter” is left out."))
    if row.cell("calculation") and made.name != "calculated":
        kept["calculation"] = row.cell("calculation")
        reading.note(row, _("Only a row of the type “calculate” is worked out. This is kept as text."))
    if row.cell("read_only").lower() not in ("", *NO) and made.name not in ("information", "calculated"):
        reading.note(row, _("The question can be answered here: “read_only” is left out."))
    if asked.entry.type.or_other and asked.entry.type.base not in SPECIFY:
        reading.note(row, _("Only choices of one or several can have “or_other”: it is left out."))
    if made.name == "information" and "constraint" in document:
        reading.note(row, NOTHING_TO_CHECK)
    if made.name == "information" and document.pop("required", None):
        reading.note(row, _("There is nothing to answer here: “required” is left out."))
    idle = [name for name in ("required", "constraint") if name in document]
    if idle and not QUESTION_TYPES[made.name].on_screen:
        template = _("Nobody sees this question, so nobody could mend it: “%(names)s” does nothing here.")
        reading.note(row, template, names=", ".join(idle))
    if made.name != "information" and row.spoken.get("image"):
        reading.note(row, _("A question has no picture here: it is left out. A note can have one."))
    if "constraint_message" in row.spoken and "constraint_message" not in document:
        reading.note(row, _("There is no constraint that the message could be told for: it is left out."))
    if made.name != "slider" and row.cell("parameters"):
        reading.note(row, _("What “parameters” says is left out here."))
    _tell_appearance(asked, document)


def _tell_appearance(asked: Asked, document: dict[str, Any]) -> None:
    known = DROPDOWNS if document.get("appearance") == DROPDOWN else ()
    unknown = [word for word in asked.appearance if word not in SAME_AS_OURS and not word.startswith(known)]
    if unknown:
        template = _("The question looks as usual here: the appearance “%(appearance)s” is left out.")
        asked.reading.note(asked.row, template, appearance=shown(" ".join(unknown)))
