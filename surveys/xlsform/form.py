"""The sheets of a workbook as a questionnaire document, not looked through yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from surveys.document_structure import FORMAT
from surveys.messages import _, shown
from surveys.xlsform.choice_lists import read_choice_lists
from surveys.xlsform.findings import SETTINGS, SURVEY, Findings, refused
from surveys.xlsform.marks import OnMap, read_categories, read_followups, read_intro, snapshot
from surveys.xlsform.matrices import is_matrix, labelled_tables, read_matrix
from surveys.xlsform.own_columns import own_members, with_own
from surveys.xlsform.pages import ON_ONE_PAGE, Around, Pages
from surveys.xlsform.questions import read_question
from surveys.xlsform.reading import Reading
from surveys.xlsform.rows import Rows, read_rows
from surveys.xlsform.tree import YES, Entry, read_tree
from surveys.xlsform.type_choice import type_map
from surveys.xlsform.types import TYPE_MAPS
from surveys.xlsform.workbook import RawSheet

UNTITLED = "XLSForm"


def read_document(
    sheets: Mapping[str, RawSheet], language: str, findings: Findings, title: str = UNTITLED
) -> tuple[dict[str, Any], Reading]:
    """The document, not looked through yet, and what is known of where it came from.

    `language`, `title`: of a workbook that does not say them.
    """
    if not sheets.get(SURVEY) or not sheets[SURVEY].rows:
        raise refused(_("There is no sheet “survey” with questions. Is this an XLSForm?"))
    for unknown in sheets.keys() & {"entities", "osm", "external_choices"}:
        if sheets[unknown].rows:
            findings.note(unknown, 0, _("This sheet has no counterpart here and is left out."))
    rows = read_rows(sheets, language, findings)
    findings.raise_problems()
    document, reading = _Import(rows, findings).document(title)
    findings.raise_problems()
    return document, reading


class _Import:
    def __init__(self, rows: Rows, findings: Findings) -> None:
        self.rows = rows
        may_repeat = rows.settings.cell("allow_choice_duplicates").lower() in YES
        lists = read_choice_lists(rows.choices, may_repeat, findings)
        self.reading = Reading(rows.languages, lists, findings)
        self.pages = Pages(self.reading)
        self.on_map: dict[str, OnMap] = {}
        self.have_parts = {row.own_cell("of") for row in rows.survey}
        self.intro: list[dict[str, Any]] = []

    def document(self, otherwise: str) -> tuple[dict[str, Any], Reading]:
        settings, findings = self.rows.settings, self.reading.findings
        tree = read_tree(self.rows.survey, findings)
        self._expect(tree)
        if not settings.cell("form_title"):
            findings.note(
                SETTINGS,
                settings.number,
                _("The title is missing, so “%(title)s” stands there. Write it as form_title."),
                title=shown(otherwise),
            )
        title = self.reading.plain_texts(settings.cell("form_title") or otherwise)
        self._walk(tree, Around(settings.__class__(SURVEY, 0), title))
        if not any(page["questions"] for page in self.pages.documents) and not settings.own:
            findings.refuse(SURVEY, 0, _("There is no question that could be asked here."))
        document: dict[str, Any] = {
            "format": FORMAT,
            "languages": list(self.rows.languages.codes),
            "title": title,
            "pages": self.pages.documents,
        }
        if self.intro:
            document["intro"] = self.intro
        return with_own(document, own_members(settings, findings)), self.reading

    def _expect(self, entries: Sequence[Entry]) -> None:
        """Which names come later, and that none comes twice in a group."""
        seen: dict[str, int] = {}
        for entry in entries:
            name, row = entry.row.cell("name"), entry.row
            if name in seen:
                template = _("The name “%(name)s” is used in row %(row)s already. Give each question its own.")
                self.reading.refuse(row, template, name=name[:40], row=seen[name])
            elif name:
                seen[name] = row.number
                self.reading.names.expect(name)
            self._expect(entry.children)

    def _walk(self, entries: Sequence[Entry], around: Around) -> None:
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
        inner = Around(
            row,
            reading.texts(row, "label") or around.title,
            [*around.relevant, *([] if relevant is None else [relevant])],
            ON_ONE_PAGE in entry.appearance,
            kept=kept,
        )
        if always:
            self.pages.open(inner)
        self._walk(entry.children, inner)
        self.pages.end(inner)

    def _inner_group(self, entry: Entry, around: Around) -> None:
        """A group within a page: its label is told, and its condition becomes that of each question."""
        row, reading = entry.row, self.reading
        kept: dict[str, str] = {}
        relevant = reading.condition(row, "relevant", reading.names.around(), kept)
        inner, unread = list(around.inner), around.unread
        around.inner = [*inner, *([] if relevant is None else [relevant])]
        around.unread = kept.get("relevant", unread)
        if row.spoken.get("label"):
            self.pages.put(self._heading(entry, around), around)
        self._walk(entry.children, around)
        around.inner, around.unread = inner, unread

    def _heading(self, entry: Entry, around: Around) -> dict[str, Any]:
        cells = {"name": entry.row.cell("name") or "heading", "type": "note"}
        heading = Entry(
            entry.row.__class__(SURVEY, entry.row.number, cells, {"label": entry.row.spoken["label"]}), entry.type
        )
        made = TYPE_MAPS["information"]
        return read_question(heading, made, self.reading, around.inner, around.unread) or {}
