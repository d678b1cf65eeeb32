"""The rows of a sheet with their cells by what they are, whatever the headings were."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from surveys.messages import _, shown
from surveys.xlsform.findings import CHOICES, SETTINGS, SURVEY, Findings
from surveys.xlsform.headings import COLUMN, OWN, TEXTS, Heading, choice_heading, heading_of
from surveys.xlsform.spoken import Languages, languages_of, text_of
from surveys.xlsform.workbook import RawSheet

MOST_ROWS = 10_000
MOST_UNKNOWN = 20


@dataclass
class Row:
    """`cells`: member → text; `spoken`: member → language code → text; `own`: path in our own columns → text.

    `columns`: of a choice, whatever else stands in its row, by heading.
    """

    sheet: str
    number: int
    cells: dict[str, str] = field(default_factory=dict)
    spoken: dict[str, dict[str, str]] = field(default_factory=dict)
    own: dict[tuple[str, ...], str] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)

    def cell(self, member: str) -> str:
        return self.cells.get(member, "")

    def own_cell(self, name: str) -> str:
        return self.own.get((name,), "")

    @property
    def is_blank(self) -> bool:
        return not (self.cells or self.spoken or self.own)


@dataclass(frozen=True)
class Rows:
    """`columns`: headings of the choices sheet that only a filter can ask for."""

    survey: Sequence[Row]
    choices: Sequence[Row]
    settings: Row
    languages: Languages
    columns: Sequence[str] = ()


def read_rows(sheets: Mapping[str, RawSheet], otherwise: str, findings: Findings) -> Rows:
    """`otherwise`: the language of a workbook that does not say which it is in."""
    headings = {name: _headings(name, sheet, findings) for name, sheet in sheets.items()}
    settings = sheets.get(SETTINGS, RawSheet((), ()))
    given = _settings(settings, headings.get(SETTINGS, {}))
    languages = languages_of(sheets, headings, given.cell("default_language"), otherwise, findings)
    read = {
        name: list(_rows(name, sheets[name], headings[name], languages, findings))
        for name in (SURVEY, CHOICES)
        if name in sheets
    }
    choices = read.get(CHOICES, [])
    columns = dict.fromkeys(name for row in choices for name in row.columns)
    return Rows(read.get(SURVEY, []), choices, given, languages, list(columns))


def _headings(sheet: str, raw: RawSheet, findings: Findings) -> dict[str, Heading]:
    found: dict[str, Heading] = {}
    unknown = []
    for text in raw.headings:
        heading = (choice_heading if sheet == CHOICES else heading_of)(str(text))
        if heading is None:
            unknown.append(str(text))
        else:
            found[text] = heading
    tell_unknown(sheet, [text for text in unknown if text and any(text in row for row in raw.rows)], findings)
    return found


def tell_unknown(sheet: str, used: Sequence[str], findings: Findings) -> None:
    """`used`: headings with something below that means nothing here."""
    for text in used[:MOST_UNKNOWN]:
        findings.note(
            sheet, 1, _("The column “%(heading)s” has no counterpart here and is left out."), heading=shown(text)
        )
    if len(used) > MOST_UNKNOWN:
        more = _("%(count)s more columns have no counterpart here and are left out.")
        findings.note(sheet, 1, more, count=len(used) - MOST_UNKNOWN)


def _settings(raw: RawSheet, headings: Mapping[str, Heading]) -> Row:
    """The first row that says anything."""
    for at, cells in enumerate(raw.rows):
        row = Row(SETTINGS, at + 2)
        for text, heading in headings.items():
            if value := text_of(cells.get(text)):
                _put(row, heading, value, "")
        if not row.is_blank:
            return row
    return Row(SETTINGS, 0)


def _rows(
    name: str, raw: RawSheet, headings: Mapping[str, Heading], languages: Languages, findings: Findings
) -> Iterator[Row]:
    for at, cells in enumerate(raw.rows):
        if at >= MOST_ROWS:
            findings.refuse(name, at + 2, _("There are more than %(most)s rows. Take some away."), most=MOST_ROWS)
            return
        row, said = Row(name, at + 2), dict[Heading, str]()
        for text, value in cells.items():
            heading, written = headings.get(text), text_of(value)
            if heading is not None and written:
                language = languages.by_name.get(heading.language, languages.plain)
                spoken = replace(heading, language=language if heading.language else "")
                _check_once(row, spoken, text, written, said, findings)
                _put(row, heading, written, language)
        if not row.is_blank:
            yield row


def _check_once(
    row: Row, heading: Heading, column: str, text: str, said: dict[Heading, str], findings: Findings
) -> None:
    """Two columns may be one under two names, as long as they do not say two things."""
    if said.setdefault(heading, text) != text:
        template = _("Two columns say different things, and both mean “%(heading)s”. Take one of them away.")
        findings.refuse(row.sheet, row.number, template, heading=shown(column))


def _put(row: Row, heading: Heading, text: str, language: str) -> None:
    if heading.member == OWN:
        row.own[heading.own] = text
    elif heading.member == COLUMN:
        row.columns[heading.own[0]] = text
    elif heading.member in TEXTS:
        of_member = row.spoken.setdefault(heading.member, {})
        # A column that names its language goes before one that does not.
        if heading.language or language not in of_member:
            of_member[language] = text
    else:
        row.cells[heading.member] = text


def in_order(texts: Mapping[str, str], codes: Iterable[str]) -> dict[str, str]:
    return {code: texts[code] for code in codes if code in texts}
