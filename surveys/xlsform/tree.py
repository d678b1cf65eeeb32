"""Rows of the survey sheet as they lie in each other: questions, and groups of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from surveys.messages import _, shown
from surveys.xlsform.findings import SURVEY, Findings
from surveys.xlsform.rows import Row
from surveys.xlsform.type_names import TypeName, type_name

MOST_DEEP = 30
YES = ("yes", "true", "true()", "1")
NO = ("no", "false", "false()", "0")


@dataclass
class Entry:
    row: Row
    type: TypeName
    children: list[Entry] = field(default_factory=list)

    @property
    def is_group(self) -> bool:
        return bool(self.type.shape)

    @property
    def appearance(self) -> list[str]:
        return self.row.cell("appearance").lower().split()


def read_tree(rows: Sequence[Row], findings: Findings) -> list[Entry]:
    top = Entry(Row(SURVEY, 0), TypeName("begin", shape="group"))
    open_groups = [top]
    for row in rows:
        entry = _entry(row, findings)
        if entry is None:
            continue
        if entry.is_group and entry.type.base == "end":
            _close(entry, open_groups, findings)
            continue
        open_groups[-1].children.append(entry)
        if entry.is_group:
            _open(entry, open_groups, findings)
    for left in open_groups[1:]:
        findings.refuse(SURVEY, left.row.number, _("This group is never ended. Add a row with “end group”."))
    return top.children


def _entry(row: Row, findings: Findings) -> Entry | None:
    if row.cell("disabled").lower() in YES:
        findings.note(SURVEY, row.number, _("This row is disabled and is left out."))
        return None
    if row.cell("type"):
        return Entry(row, type_name(row.cell("type")))
    if row.cell("name") or row.spoken.get("label"):
        findings.refuse(SURVEY, row.number, _("The type is missing. Write what kind of question this is."))
    else:
        findings.note(SURVEY, row.number, _("This row has neither type nor name and is left out."))
    return None


def _open(entry: Entry, open_groups: list[Entry], findings: Findings) -> None:
    if entry.type.shape == "repeat":
        findings.refuse(
            SURVEY,
            entry.row.number,
            _("Questions that are repeated are not known here. Ask them once, or as a question for the map."),
        )
    if len(open_groups) > MOST_DEEP:
        findings.refuse(SURVEY, entry.row.number, _("The groups lie too deep in each other. Take some of them away."))
        findings.raise_problems()
    open_groups.append(entry)


def _close(entry: Entry, open_groups: list[Entry], findings: Findings) -> None:
    opened = open_groups[-1]
    if len(open_groups) == 1:
        findings.refuse(SURVEY, entry.row.number, _("Nothing begins that this row could end. Take it away."))
        return
    if opened.type.shape != entry.type.shape:
        findings.refuse(
            SURVEY,
            entry.row.number,
            _("“%(type)s” does not end what begins in row %(row)s."),
            type=shown(entry.row.cell("type")),
            row=opened.row.number,
        )
    open_groups.pop()
