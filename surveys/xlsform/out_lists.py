"""Lists of the choices sheet: questions with the same choices share one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from surveys.xlsform.headings import COLUMN, Heading, choice_heading
from surveys.xlsform.naming import unused
from surveys.xlsform.out_rows import OutRow
from surveys.xlsform.own_columns import said

NESTED = frozenset({"followups"})


class OutLists:
    def __init__(self, row_of: dict[int, OutRow]) -> None:
        self.rows: list[OutRow] = []
        self.row_of = row_of
        self.names: dict[str, str] = {}

    def name_of(self, choices: Sequence[Mapping[str, Any]], wanted: str) -> str:
        key = said([{member: value for member, value in each.items() if member not in NESTED} for each in choices])
        if key not in self.names:
            name = unused(wanted, set(self.names.values()))
            self.names[key] = name
            self.written = [self._row(name, each) for each in choices]
        else:
            self._known_rows(choices, self.names[key])
        return self.names[key]

    def _row(self, name: str, choice: Mapping[str, Any]) -> OutRow:
        row = OutRow({"list_name": name, "name": choice["code"]})
        row.put_texts("label", choice["label"])
        row.put("media::image", choice.get("image", ""))
        for name, text in choice.get("columns", {}).items():
            if choice_heading(name) == Heading(COLUMN, own=(name,)):
                row.put(name, text)
        row.put_own(apart="yes" if choice.get("apart") else "")
        self.rows.append(row)
        self.row_of[id(choice)] = row
        return row

    def _known_rows(self, choices: Sequence[Mapping[str, Any]], name: str) -> None:
        rows = [row for row in self.rows if row.cells["list_name"] == name]
        self.row_of.update({id(choice): row for choice, row in zip(choices, rows, strict=True)})
