"""The last look at a document that came out of a workbook: whatever is still wrong is told with its row."""

from __future__ import annotations

from collections.abc import Iterator
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


def rows_by_name(document: dict[str, Any], reading: Reading) -> Iterator[tuple[str, tuple[str, int]]]:
    """The uid of each question, and the name of each page, that has a row."""
    for _place, part in _parts(document, ""):
        row, name = reading.rows_of.get(id(part)), part.get("uid") or part.get("name")
        if row is not None and isinstance(name, str):
            yield name, (row.sheet, row.number)


def _rows(document: dict[str, Any], reading: Reading) -> dict[str, tuple[str, int]]:
    """Place in the document → sheet and row."""
    placed = ((place, reading.rows_of.get(id(part))) for place, part in _parts(document, ""))
    return {place: (row.sheet, row.number) for place, row in placed if row is not None}


def _parts(part: Any, place: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The document, its pages and questions, whatever these hold, each with its place."""
    if isinstance(part, list):
        for at, each in enumerate(part):
            yield from _parts(each, f"{place}[{at}]")
    elif isinstance(part, dict):
        yield place, part
        for member in ("pages", "questions", "followups", "categories"):
            yield from _parts(part.get(member), f"{place}.{member}".lstrip("."))


def _with_row(place: str, message: Any, rows: dict[str, tuple[str, int]]) -> Finding:
    at = place
    while at and at not in rows:
        at = at[: max(at.rfind("."), at.rfind("["), 0)]
    sheet, row = rows.get(at, (SURVEY, 0))
    return Finding(sheet, row, message)
