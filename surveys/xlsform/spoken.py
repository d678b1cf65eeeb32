"""Which languages a workbook speaks, and which is meant where a column names none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from surveys.messages import _, shown
from surveys.xlsform.findings import CHOICES, SETTINGS, SURVEY, Findings
from surveys.xlsform.headings import Heading
from surveys.xlsform.languages import codes_of
from surveys.xlsform.workbook import RawSheet

MOST_LANGUAGES = 40


@dataclass(frozen=True)
class Languages:
    """`codes`: the first is the one that every text must be in. `plain`: that of columns which name none."""

    codes: tuple[str, ...]
    plain: str
    by_name: Mapping[str, str]


def _says_both(sheets: Mapping[str, RawSheet], headings: Mapping[str, Mapping[str, Heading]]) -> bool:
    """Whether some text stands both in a column that names its language and in one that does not."""
    for name in {SURVEY, CHOICES} & sheets.keys():
        for cells in sheets[name].rows:
            spoken = [headings[name][text] for text in cells if text in headings[name] and text_of(cells[text])]
            plain = {each.member for each in spoken if not each.language}
            if any(each.language and each.member in plain for each in spoken):
                return True
    return False


def languages_of(
    sheets: Mapping[str, RawSheet],
    headings: Mapping[str, Mapping[str, Heading]],
    default: str,
    otherwise: str,
    findings: Findings,
) -> Languages:
    """`default`: the settings' default_language. `otherwise`: the language where nothing tells which it is."""
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
    elif spoken and not _says_both(sheets, headings):
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


def text_of(value: Any) -> str:
    return "" if value is None else str(value).strip()
