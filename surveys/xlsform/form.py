"""The sheets of a workbook as a questionnaire document, not looked through yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from surveys.document_structure import FORMAT
from surveys.messages import _, shown
from surveys.xlsform.choice_lists import read_choice_lists
from surveys.xlsform.entries import Entries
from surveys.xlsform.findings import CHOICES, SETTINGS, SURVEY, Findings, refused
from surveys.xlsform.own_columns import own_members, with_own
from surveys.xlsform.pages import Around
from surveys.xlsform.reading import Reading
from surveys.xlsform.rows import Rows, read_rows, tell_unknown
from surveys.xlsform.tree import YES, Entry, read_tree
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
        self.entries = Entries(rows, self.reading)

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
        for name in ("version", "style"):
            if settings.cell(name):
                findings.note(
                    SETTINGS,
                    settings.number,
                    _("The setting “%(name)s” means nothing here and is left out."),
                    name=name,
                )
        title = self.reading.plain_texts(settings.cell("form_title") or otherwise)
        self.entries.walk(tree, Around(settings.__class__(SURVEY, 0), title))
        if not any(page["questions"] for page in self.entries.pages.documents) and not settings.own:
            findings.refuse(SURVEY, 0, _("There is no question that could be asked here."))
        document: dict[str, Any] = {
            "format": FORMAT,
            "languages": list(self.rows.languages.codes),
            "title": title,
            "pages": self.entries.pages.documents,
        }
        if self.entries.intro:
            document["intro"] = self.entries.intro
        tell_unknown(CHOICES, [name for name in self.rows.columns if name not in self.reading.columns_asked], findings)
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
