"""The rows of the survey sheet, as they lie in each other, put into pages and questions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from surveys.xlsform.findings import SURVEY
from surveys.xlsform.left_out_of_groups import tell_left_out_of_group
from surveys.xlsform.marks import OnMap, read_categories, read_followups, read_intro, snapshot
from surveys.xlsform.matrices import is_matrix, labelled_tables, read_matrix
from surveys.xlsform.pages import ON_ONE_PAGE, Around, Pages
from surveys.xlsform.questions import read_question
from surveys.xlsform.reading import Reading
from surveys.xlsform.rows import Rows
from surveys.xlsform.tree import Entry
from surveys.xlsform.type_choice import type_map
from surveys.xlsform.types import TYPE_MAPS


class Entries:
    """`pages` and `intro` are what comes of them."""

    def __init__(self, rows: Rows, reading: Reading) -> None:
        self.rows = rows
        self.reading = reading
        self.pages = Pages(reading)
        self.on_map: dict[str, OnMap] = {}
        self.have_parts = {row.own_cell("of") for row in rows.survey}
        self.intro: list[dict[str, Any]] = []

    def walk(self, entries: Sequence[Entry], around: Around) -> None:
        for entry in labelled_tables(entries):
            if entry.row.own_cell("role") and self._own_part(entry, around):
                continue
            if not entry.is_group or is_matrix(entry):
                question = self._question(entry, around)
                if question is not None:
                    self.pages.put(question, around)
            elif around.whole:
                self._inner_group(entry, around)
            else:
                self._group(entry, around)

    def _question(self, entry: Entry, around: Around) -> dict[str, Any] | None:
        if is_matrix(entry):
            return read_matrix(entry, self.reading, around.inner, around.unread)
        made = type_map(entry, self.reading)
        if made is None:
            return None
        before = snapshot(self.reading.names) if entry.row.cell("name") in self.have_parts else None
        question = read_question(entry, made, self.reading, around.inner, around.unread)
        if question is not None and before is not None:
            self.on_map[entry.row.cell("name")] = OnMap(question, before)
        return question

    def _own_part(self, entry: Entry, around: Around) -> bool:
        """A row that is no question by itself, in a workbook of ours."""
        role, of = entry.row.own_cell("role"), self.on_map.get(entry.row.own_cell("of"))
        if role == "intro":
            self.intro.append(read_intro(entry, self.reading))
        elif role == "categories" and of is not None:
            read_categories(entry, of, self.reading)
        elif role == "followups" and of is not None:
            read_followups(entry, of, self.reading, self._followups)
        elif role == "other_text":
            asked = self.reading.names.variables.get(entry.row.own_cell("of"), "")
            self.reading.names.variables[entry.row.cell("name")] = f"{asked}_other"
        elif role == "page" and entry.is_group and around.row.number == 0:
            self._group(entry, around, always=True)
        else:
            return False
        return True

    def _followups(self, entries: list[Entry]) -> list[dict[str, Any]]:
        found = []
        around = Around(entries[0].row if entries else self.rows.settings, {})
        for entry in entries:
            if entry.row.own_cell("role") == "other_text":
                self._own_part(entry, around)
            elif (question := self._question(entry, around)) is not None:
                found.append(question)
        return found

    def _group(self, entry: Entry, around: Around, always: bool = False) -> None:
        row, reading = entry.row, self.reading
        kept: dict[str, str] = dict(around.kept)
        relevant = reading.condition(row, "relevant", reading.names.around(), kept)
        tell_left_out_of_group(entry, reading)
        inner = Around(
            row,
            reading.texts(row, "label") or around.title,
            [*around.relevant, *([] if relevant is None else [relevant])],
            ON_ONE_PAGE in entry.appearance,
            kept=kept,
        )
        if always:
            self.pages.open(inner)
        self.walk(entry.children, inner)
        self.pages.end(inner)

    def _inner_group(self, entry: Entry, around: Around) -> None:
        """A group within a page: its label is told, and its condition becomes that of each question."""
        row, reading = entry.row, self.reading
        kept = {"relevant": around.unread} if around.unread else {}
        relevant = reading.condition(row, "relevant", reading.names.around(), kept)
        tell_left_out_of_group(entry, reading)
        inner, unread = list(around.inner), around.unread
        around.inner = [*inner, *([] if relevant is None else [relevant])]
        around.unread = kept.get("relevant", unread)
        if row.spoken.get("label"):
            self.pages.put(self._heading(entry, around), around)
        self.walk(entry.children, around)
        around.inner, around.unread = inner, unread

    def _heading(self, entry: Entry, around: Around) -> dict[str, Any]:
        cells = {"name": entry.row.cell("name") or "heading", "type": "note"}
        heading = Entry(
            entry.row.__class__(SURVEY, entry.row.number, cells, {"label": entry.row.spoken["label"]}), entry.type
        )
        made = TYPE_MAPS["information"]
        return read_question(heading, made, self.reading, around.inner, around.unread) or {}
