"""A questionnaire document as the sheets of a workbook.

What XLSForm says of it stands in XLSForm's columns. The sheets are then read as any workbook is, and what has not come
back as it was goes into columns of our own, until all of it does.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from surveys.messages import _
from surveys.xlsform.findings import CHOICES, SETTINGS, SURVEY, Findings, refused
from surveys.xlsform.form import read_document
from surveys.xlsform.importing import OWN_LANGUAGE
from surveys.xlsform.languages import heading_name
from surveys.xlsform.naming import variable_for
from surveys.xlsform.out_lists import OutLists
from surveys.xlsform.out_names import OutNames
from surveys.xlsform.out_questions import QuestionRows, piped
from surveys.xlsform.out_rows import OutRow, sheet_of
from surveys.xlsform.own_columns import differences, own_cells, said
from surveys.xlsform.pages import ON_ONE_PAGE
from surveys.xlsform.workbook import RawSheet
from surveys.xlsform.xpath.writing import XPathWriter

Document = Mapping[str, Any]
MOST_ROUNDS = 6
WITH_ROWS = ("pages", "intro", "questions", "categories", "followups", "choices", "rows")


def sheets_of(document: Document) -> dict[str, RawSheet]:
    """survey, choices and settings, which `import` reads to an equal document. XLSFormError where there are too many
    rows for a workbook."""
    # Parts are told apart by what they are, so none may stand in two places.
    export = _Export(json.loads(json.dumps(document)))
    for last in range(MOST_ROUNDS):
        sheets = export.sheets()
        read, _reading = read_document(sheets, OWN_LANGUAGE, Findings())
        if said(read) == said(document):
            return sheets
        export.amend(read, only_what_is_missing=last == 0)
    raise refused(_("The questionnaire cannot be written as a workbook that would be read to the same again."))


class _Export:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.row_of: dict[int, OutRow] = {}
        self.rows: list[OutRow] = []
        self.lists = OutLists(self.row_of)
        self.own: dict[int, dict[str, Any]] = {}
        self.settings = OutRow()
        self.row_of[id(document)] = self.settings
        self._write()

    def _write(self) -> None:
        first = self.document["languages"][0]
        title = self.document["title"].get(first, "")
        self.settings.put("form_title", title)
        self.settings.put("form_id", variable_for(title, ()))
        self.settings.put("default_language", heading_name(first))
        names = OutNames(set())
        questions = QuestionRows(self.rows, self.row_of, self.lists)
        for page in self.document["pages"]:
            names.add(page["questions"])
        for number, text in enumerate(self.document.get("intro", ())):
            row = questions.row(text, "note", names.free(f"intro_{number + 1}"))
            row.put_own(role="intro")
            row.put_texts("label", text)
        for page in self.document["pages"]:
            self._page(page, names, questions)

    def _page(self, page: Document, names: OutNames, questions: QuestionRows) -> None:
        name = page["name"] if page["name"][0].isalpha() else f"page_{page['name']}"
        row = questions.row(page, "begin_group", names.free(name))
        row.put("appearance", ON_ONE_PAGE)
        row.put_own(role="page")
        row.put_texts("label", piped(page["title"], names))
        if page.get("relevant") is not None:
            row.put("relevant", XPathWriter(names.around(), names.names).written(page["relevant"]))
        for question in page["questions"]:
            questions.question(question, names)
        self.rows.append(OutRow({"type": "end_group"}))

    def sheets(self) -> dict[str, RawSheet]:
        languages = [f"label::{heading_name(language)}" for language in self.document["languages"]]
        return {
            SURVEY: sheet_of(["type", "name", *languages], self.rows),
            CHOICES: sheet_of(["list_name", "name", *languages], self.lists.rows),
            SETTINGS: sheet_of([], [self.settings]),
        }

    def amend(self, read: Document, only_what_is_missing: bool) -> None:
        """Put what did not come back into our own columns; first what XLSForm does not know at all."""
        for part, wanted, found in _parts(self.document, read):
            own = self.own.setdefault(part, {})
            nested = frozenset(member for member in WITH_ROWS if wanted.get(member))
            for member, value in differences(found, wanted, nested).items():
                if member in own or (only_what_is_missing and (member in found or wanted.get(member) is None)):
                    continue
                own[member] = value
            if part in self.row_of:
                self.row_of[part].own.update(own_cells(own))


def _parts(wanted: Any, found: Any) -> Iterator[tuple[int, Document, Document]]:
    """The id of each part of the document that has a row, the part, and what was read out of that row."""
    yield id(wanted), wanted, found
    for member in WITH_ROWS:
        parts, its = wanted.get(member) or (), found.get(member) or ()
        for at, part in enumerate(parts):
            other = its[at] if at < len(its) else {}
            if member == "intro":
                yield id(part), {"text": part}, {"text": other}
            else:
                yield from _parts(part, other)
