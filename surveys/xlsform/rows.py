"""The rows of a sheet with their cells by what they are, whatever the headings were."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from surveys.messages import _, shown
from surveys.xlsform.findings import CHOICES, SETTINGS, SURVEY, Findings
from surveys.xlsform.headings import OWN, TEXTS, Heading, heading_of
from surveys.xlsform.languages import codes_of
from surveys.xlsform.workbook import RawSheet

MOST_LANGUAGES, MOST_ROWS = 40, 10_000
MOST_UNKNOWN = 20


@dataclass
class Row:
    """`cells`: member → text; `spoken`: member → language code → text; `own`: path in our own columns → text."""

    sheet: str
    number: int
    cells: dict[str, str] = field(default_factory=dict)
    spoken: dict[str, dict[str, str]] = field(default_factory=dict)
    own: dict[tuple[str, ...], str] = field(default_factory=dict)

    def cell(self, member: str) -> str:
        return self.cells.get(member, "")

    def own_cell(self, name: str) -> str:
        return self.own.get((name,), "")

    @property
    def is_blank(self) -> bool:
        return not (self.cells or self.spoken or self.own)


@dataclass(frozen=True)
class Languages:
    """`codes`: the first is the one that every text must be in. `plain`: that of columns which name none."""

    codes: tuple[str, ...]
    plain: str
    by_name: Mapping[str, str]


@dataclass(frozen=True)
class Rows:
    survey: Sequence[Row]
    choices: Sequence[Row]
    settings: Row
    languages: Languages


def read_rows(sheets: Mapping[str, RawSheet], otherwise: str, findings: Findings) -> Rows:
    """`otherwise`: the language of a workbook that does not say which it is in."""
    headings = {name: _headings(name, sheet, findings) for name, sheet in sheets.items()}
    settings = sheets.get(SETTINGS, RawSheet((), ()))
    given = _settings(settings, headings.get(SETTINGS, {}))
    languages = _languages(headings, given.cell("default_language"), otherwise, _says_both(sheets, headings), findings)
    read = {
        name: list(_rows(name, sheets[name], headings[name], languages, findings))
        for name in (SURVEY, CHOICES)
        if name in sheets
    }
    return Rows(read.get(SURVEY, []), read.get(CHOICES, []), given, languages)


def _headings(sheet: str, raw: RawSheet, findings: Findings) -> dict[str, Heading]:
    found: dict[str, Heading] = {}
    unknown = []
    for text in raw.headings:
        heading = heading_of(str(text))
        if heading is None:
            unknown.append(str(text))
        else:
            found[text] = heading
    used = [text for text in unknown if text and any(text in row for row in raw.rows)]
    for text in used[:MOST_UNKNOWN]:
        findings.note(
            sheet, 1, _("The column “%(heading)s” has no counterpart here and is left out."), heading=shown(text)
        )
    if len(used) > MOST_UNKNOWN:
        more = _("%(count)s more columns have no counterpart here and are left out.")
        findings.note(sheet, 1, more, count=len(used) - MOST_UNKNOWN)
    return found


def _settings(raw: RawSheet, headings: Mapping[str, Heading]) -> Row:
    """The first row that says anything."""
    for at, cells in enumerate(raw.rows):
        row = Row(SETTINGS, at + 2)
        for text, heading in headings.items():
            if value := _text(cells.get(text)):
                _put(row, heading, value, "")
        if not row.is_blank:
            return row
    return Row(SETTINGS, 0)


def _says_both(sheets: Mapping[str, RawSheet], headings: Mapping[str, Mapping[str, Heading]]) -> bool:
    """Whether some text stands both in a column that names its language and in one that does not."""
    for name in {SURVEY, CHOICES} & sheets.keys():
        for cells in sheets[name].rows:
            spoken = [headings[name][text] for text in cells if text in headings[name] and _text(cells[text])]
            plain = {each.member for each in spoken if not each.language}
            if any(each.language and each.member in plain for each in spoken):
                return True
    return False


def _languages(
    headings: Mapping[str, Mapping[str, Heading]], default: str, otherwise: str, both: bool, findings: Findings
) -> Languages:
    on_sheets = [each for sheet in (SURVEY, CHOICES) for each in headings.get(sheet, {}).values()]
    named = [each.language for each in on_sheets if each.language]
    default = "" if default.lower() == "default" else default
    by_name, unknown = codes_of([*([default] if default else []), *named])
    for name in unknown:
        template = _("The language “%(name)s” is not known, so its code is made up. Write it as English (en).")
        findings.note(SURVEY, 1, template, name=shown(name))
    spoken = list(dict.fromkeys(by_name[name] for name in named))
    if default:
        plain = by_name[default]
    elif spoken and not both:
        plain = spoken[0]
    else:
        plain = otherwise
        template = _(
            "The workbook does not say its language, so %(language)s is assumed. Write it as default_language."
        )
        findings.note(SETTINGS, 1, template, language=otherwise)
    codes = [plain, *spoken] if not spoken or plain in spoken or _has_plain(on_sheets) else spoken
    codes = list(dict.fromkeys(codes))
    if len(codes) > MOST_LANGUAGES:
        template = _("There are %(count)s languages. There can be %(most)s.")
        findings.refuse(SURVEY, 1, template, count=len(codes), most=MOST_LANGUAGES)
    return Languages(tuple(codes[:MOST_LANGUAGES]), plain, by_name)


def _has_plain(headings: Iterable[Heading]) -> bool:
    return any(each.member == "label" and not each.language for each in headings)


def _rows(
    name: str, raw: RawSheet, headings: Mapping[str, Heading], languages: Languages, findings: Findings
) -> Iterator[Row]:
    for at, cells in enumerate(raw.rows):
        if at >= MOST_ROWS:
            findings.refuse(name, at + 2, _("There are more than %(most)s rows. Take some away."), most=MOST_ROWS)
            return
        row = Row(name, at + 2)
        for text, value in cells.items():
            heading, written = headings.get(text), _text(value)
            if heading is not None and written:
                _check_once(row, heading, text, written, findings)
                _put(row, heading, written, languages.by_name.get(heading.language, languages.plain))
        if not row.is_blank:
            yield row


def _check_once(row: Row, heading: Heading, column: str, text: str, findings: Findings) -> None:
    """Two columns may be one under two names, as long as they do not say two things."""
    if row.cells.get(heading.member, text) != text:
        template = _("Two columns say different things, and both mean “%(heading)s”. Take one of them away.")
        findings.refuse(row.sheet, row.number, template, heading=shown(column))


def _put(row: Row, heading: Heading, text: str, language: str) -> None:
    if heading.member == OWN:
        row.own[heading.own] = text
    elif heading.member in TEXTS:
        of_member = row.spoken.setdefault(heading.member, {})
        # A column that names its language goes before one that does not.
        if heading.language or language not in of_member:
            of_member[language] = text
    else:
        row.cells[heading.member] = text


def _text(value: Any) -> str:
    return "" if value is None else str(value).strip()


def in_order(texts: Mapping[str, str], codes: Iterable[str]) -> dict[str, str]:
    return {code: texts[code] for code in codes if code in texts}
