"""Rows on their way into a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from surveys.xlsform.headings import own_heading
from surveys.xlsform.languages import heading_name
from surveys.xlsform.own_columns import as_cell
from surveys.xlsform.workbook import RawSheet


@dataclass
class OutRow:
    """Heading → text; `own`: path in our own columns → text."""

    cells: dict[str, str] = field(default_factory=dict)
    own: dict[tuple[str, ...], str] = field(default_factory=dict)

    def put(self, heading: str, text: str) -> None:
        if text := as_cell(text):
            self.cells[heading] = text

    def put_texts(self, member: str, texts: Mapping[str, str] | None) -> None:
        for language, text in (texts or {}).items():
            self.put(f"{member}::{heading_name(language)}", text)

    def put_own(self, **cells: str) -> None:
        self.own.update({(name,): text for name, text in cells.items() if text})

    @property
    def all_cells(self) -> dict[str, str]:
        return self.cells | {own_heading(path): as_cell(text) for path, text in self.own.items()}


def sheet_of(first: Iterable[str], rows: list[OutRow]) -> RawSheet:
    """`first`: the headings that stand first, whether anything is below them or not."""
    written = [row.all_cells for row in rows]
    plain = dict.fromkeys([*first, *(heading for row in rows for heading in row.cells)])
    own = dict.fromkeys(heading for row in written for heading in row if heading not in plain)
    return RawSheet([*plain, *own], written)
