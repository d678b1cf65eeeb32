"""Sheets as an .xlsx file."""

from __future__ import annotations

from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from surveys.messages import _
from surveys.xlsform.exporting import Document, sheets_of
from surveys.xlsform.findings import refused
from surveys.xlsform.workbook import RawSheet

LONGEST_CELL, WIDE, NARROW = 32_767, 40, 18
WIDE_COLUMNS = ("label", "hint", "relevant", "constraint", "calculation", "choice_filter")


def export_workbook(document: Document) -> bytes:
    """An .xlsx file that import gives the same document from."""
    book = Workbook()
    book.remove(book.active)
    for name, sheet in sheets_of(document).items():
        _write(book.create_sheet(name), sheet)
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def _write(sheet: Worksheet, raw: RawSheet) -> None:
    for column, heading in enumerate(raw.headings, 1):
        _put(sheet, 1, column, heading)
        sheet.cell(1, column).font = Font(bold=True)
        width = WIDE if heading.startswith(WIDE_COLUMNS) else NARROW
        sheet.column_dimensions[get_column_letter(column)].width = width
        for number, cells in enumerate(raw.rows, 2):
            if heading in cells:
                _put(sheet, number, column, _fitting(cells[heading], sheet.title, number))
    sheet.freeze_panes = "A2"


def _put(sheet: Worksheet, row: int, column: int, text: str) -> None:
    cell = sheet.cell(row, column, text)
    # A text that begins as a formula does is none.
    cell.data_type = "s"


def _fitting(text: str, sheet: str, row: int) -> str:
    if len(text) > LONGEST_CELL:
        raise refused(_("This is too long for a cell of a workbook. Shorten its texts."), sheet, row)
    return text
