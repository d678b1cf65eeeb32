"""Which type of ours a row of the survey sheet is."""

from __future__ import annotations

from difflib import get_close_matches

from surveys.messages import _, shown
from surveys.xlsform.reading import Reading
from surveys.xlsform.rows import Row
from surveys.xlsform.tree import YES, Entry
from surveys.xlsform.type_names import META, NOT_ASKED, REFUSED
from surveys.xlsform.types import TYPE_MAPS
from surveys.xlsform.types.base import TypeMap

BASES = {base: made for made in reversed(TYPE_MAPS.values()) for base in made.reads if made.name != "information"} | {
    "note": TYPE_MAPS["information"]
}


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
