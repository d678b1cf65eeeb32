"""The last look at a document that came out of a workbook: whatever is still wrong is told with its row."""

from __future__ import annotations

from typing import Any

from surveys.document_structure import check_document
from surveys.xlsform.findings import SURVEY, Finding, XLSFormError
from surveys.xlsform.reading import Reading


def refuse_what_is_wrong(document: dict[str, Any], reading: Reading) -> None:
    problems = check_document(document)
    if not problems:
        return
    rows = _rows(document, reading)
    found = [_with_row(problem.place, problem.message, rows) for problem in problems]
    raise XLSFormError(found, reading.findings.notices)


def _rows(document: dict[str, Any], reading: Reading) -> dict[str, tuple[str, int]]:
    """Place in the document → sheet and row."""
    found: dict[str, tuple[str, int]] = {}

    def look(part: Any, place: str) -> None:
        if isinstance(part, list):
            for at, each in enumerate(part):
                look(each, f"{place}[{at}]")
        elif isinstance(part, dict):
            row = reading.rows_of.get(id(part))
            if row is not None:
                found[place] = (row.sheet, row.number)
            for member in ("pages", "questions", "followups", "categories"):
                look(part.get(member), f"{place}.{member}".lstrip("."))

    look(document, "")
    return found


def _with_row(place: str, message: Any, rows: dict[str, tuple[str, int]]) -> Finding:
    at = place
    while at and at not in rows:
        at = at[: max(at.rfind("."), at.rfind("["), 0)]
    sheet, row = rows.get(at, (SURVEY, 0))
    return Finding(sheet, row, message)
