"""The choices sheet: lists of choices by name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from surveys.messages import _, shown
from surveys.xlsform.findings import CHOICES, Findings
from surveys.xlsform.naming import code_for
from surveys.xlsform.rows import Row


@dataclass
class ListedChoice:
    row: Row
    code: str


@dataclass
class ChoiceList:
    """`codes`: as the workbook has them → ours, where they differ."""

    name: str
    choices: list[ListedChoice] = field(default_factory=list)
    codes: dict[str, str] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)


def read_choice_lists(rows: Iterable[Row], may_repeat: bool, findings: Findings) -> dict[str, ChoiceList]:
    lists: dict[str, ChoiceList] = {}
    for row in rows:
        name, code = row.cell("list_name"), row.cell("name")
        if not name:
            if code or row.spoken:
                findings.note(CHOICES, row.number, _("This row names no list and is left out."))
        elif not code:
            findings.refuse(CHOICES, row.number, _("The name is missing. Write the code of this choice."))
        else:
            _add(lists.setdefault(name, ChoiceList(name)), row, code, may_repeat, findings)
    return lists


def _add(listed: ChoiceList, row: Row, name: str, may_repeat: bool, findings: Findings) -> None:
    if name in listed.names:
        if may_repeat:
            findings.note(
                CHOICES,
                row.number,
                _("The choice “%(name)s” stands in the list already: this row is left out."),
                name=shown(name),
            )
        else:
            findings.refuse(
                CHOICES,
                row.number,
                _("“%(name)s” stands twice in the list “%(list)s”. Give each choice a name of its own."),
                name=shown(name),
                list=shown(listed.name),
            )
        return
    listed.names.add(name)
    code = code_for(name, {choice.code for choice in listed.choices} if len(listed.choices) < 1000 else ())
    if code != name:
        listed.codes[name] = code
        findings.note(
            CHOICES, row.number, _("The code “%(name)s” becomes “%(code)s” here."), name=shown(name), code=code
        )
    listed.choices.append(ListedChoice(row, code))
