"""Small workbooks for tests, as their sheets are read."""

from __future__ import annotations

from typing import Any

from surveys.xlsform.findings import Findings, XLSFormError
from surveys.xlsform.importing import Imported, import_sheets
from surveys.xlsform.workbook import RawSheet

NORWEGIAN = {"form_title": "Skjema", "default_language": "Norsk (nb)"}


def sheet(*rows: dict[str, str]) -> RawSheet:
    return RawSheet(list(dict.fromkeys(heading for row in rows for heading in row)), rows)


def row(type_: str, name: str, label: str = "Tekst", **cells: str) -> dict[str, str]:
    return {"type": type_, "name": name, "label": label, **cells}


def choices(name: str, *codes: str) -> list[dict[str, str]]:
    return [{"list_name": name, "name": code, "label": code.title()} for code in codes]


def imported(
    survey: list[dict[str, str]], listed: list[dict[str, str]] | None = None, settings: dict[str, str] | None = None
) -> Imported:
    sheets = {"survey": sheet(*survey), "settings": sheet(settings or NORWEGIAN)}
    if listed:
        sheets["choices"] = sheet(*listed)
    return import_sheets(sheets, "nb", Findings())


def questions(form: Imported) -> list[dict[str, Any]]:
    return [question for page in form.document["pages"] for question in page["questions"]]


def notices(form: Imported) -> list[tuple[str, int, str]]:
    return [(each.sheet, each.row, each.render()) for each in form.notices]


def refusals(*given: Any) -> list[tuple[str, int, str]]:
    try:
        imported(*given)
    except XLSFormError as error:
        return [(each.sheet, each.row, each.render()) for each in error.problems]
    return []
