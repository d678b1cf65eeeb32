"""What the row of a group says that has no counterpart here."""

from __future__ import annotations

from collections.abc import Container

from surveys.messages import _, shown
from surveys.xlsform.pages import ON_ONE_PAGE
from surveys.xlsform.reading import Reading
from surveys.xlsform.rows import Row
from surveys.xlsform.tree import NO, Entry

OF_GROUPS = frozenset({"type", "name", "label", "relevant", "appearance"})
TABLE = "table-list"


def tell_left_out_of_group(entry: Entry, reading: Reading) -> None:
    tell_members(entry.row, OF_GROUPS, reading)
    unknown = [word for word in entry.appearance if word not in (ON_ONE_PAGE, TABLE)]
    if TABLE in entry.appearance:
        told = _("No table can be made of this: its rows need the same choices, and labels alone.")
        reading.note(entry.row, told)
    if unknown:
        template = _("The group looks as usual here: the appearance “%(appearance)s” is left out.")
        reading.note(entry.row, template, appearance=shown(" ".join(unknown)))


def tell_members(row: Row, known: Container[str], reading: Reading) -> None:
    """`known`: what the group can say here."""
    said = [name for name in (*row.cells, *row.spoken) if name not in known and row.cell(name).lower() not in NO]
    if said:
        template = _("A group says nothing of this kind here: “%(names)s” is left out.")
        reading.note(row, template, names=", ".join(said))
