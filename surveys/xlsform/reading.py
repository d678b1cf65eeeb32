"""What reading a row needs to know, and what is told about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from surveys.messages import _, shown
from surveys.xlsform.choice_lists import ChoiceList
from surveys.xlsform.findings import Findings
from surveys.xlsform.names import NameBook
from surveys.xlsform.own_columns import is_told_by_own
from surveys.xlsform.rows import Languages, Row, in_order
from surveys.xlsform.text_piping import from_workbook
from surveys.xlsform.xpath.reading import read_condition
from surveys.xlsform.xpath.surroundings import Surroundings
from surveys.xlsform.xpath.tokens import XPathError

UNREAD = {
    "relevant": _("“relevant” cannot be read. %(why)s It is kept as text, and the question is always shown."),
    "required": _("“required” cannot be read. %(why)s It is kept as text, and the question may be skipped."),
    "constraint": _("“constraint” cannot be read. %(why)s It is kept as text, and every answer is accepted."),
    "choice_filter": _("“choice_filter” cannot be read. %(why)s It is kept as text, and all choices are offered."),
    "calculation": _("“calculation” cannot be read. %(why)s It is kept as text, and nothing is worked out."),
}


@dataclass
class Reading:
    languages: Languages
    lists: Mapping[str, ChoiceList]
    findings: Findings
    names: NameBook = field(default_factory=NameBook)
    rows_of: dict[int, Row] = field(default_factory=dict)
    """id of a page's or question's document → its row."""
    pictures: dict[str, Row] = field(default_factory=dict)
    """Name of a picture → the first row that shows it."""
    columns_asked: set[str] = field(default_factory=set)
    """Columns of the choices sheet that filters ask for."""

    def note(self, row: Row, template: str, /, **params: Any) -> None:
        self.findings.note(row.sheet, row.number, template, **params)

    def refuse(self, row: Row, template: str, /, **params: Any) -> None:
        self.findings.refuse(row.sheet, row.number, template, **params)

    def texts(self, row: Row, member: str) -> dict[str, str] | None:
        spoken = in_order(row.spoken.get(member, {}), self.languages.codes)
        if not spoken:
            return None
        first = self.languages.codes[0]
        if first not in spoken:
            template = _("The text is missing in %(language)s. What it is in %(instead)s stands there.")
            self.note(row, template, language=first, instead=next(iter(spoken)))
        if left := [language for language in self.languages.codes[1:] if language not in spoken]:
            template = _("“%(member)s” is missing in %(languages)s. What it is in %(instead)s is shown there.")
            self.note(row, template, member=member, languages=", ".join(left), instead=next(iter(spoken)))
        return {language: self._piped(row, text) for language, text in spoken.items()}

    def _piped(self, row: Row, text: str) -> str:
        ours, unknown = from_workbook(text, self.names.variable_of)
        for name in unknown:
            self.note(row, _("Nothing can be filled in for “%(name)s” in a text here."), name=shown(name))
        return ours

    def plain_texts(self, text: str) -> dict[str, str]:
        return {self.languages.codes[0]: text}

    def condition(self, row: Row, member: str, around: Surroundings, unread: dict[str, str]) -> Any:
        """None where there is none, or where it cannot be read: then it is put into `unread`."""
        text = row.cell(member)
        if not text or is_told_by_own(row, member):
            return None
        try:
            return read_condition(text, around)
        except XPathError as error:
            self.keep_unread(row, member, error, unread)
            return None

    def keep_unread(self, row: Row, member: str, error: XPathError, unread: dict[str, str]) -> None:
        """What the groups around left in `unread` stays before it."""
        self.note(row, UNREAD[member], why=error.message)
        around, text = unread.get(member), row.cell(member)
        unread[member] = f"({around}) and ({text})" if around else text
