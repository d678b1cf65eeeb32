"""Tables out of CSV files and Excel workbooks as rows of cells, each cell a text."""

from __future__ import annotations

import csv
import io
import warnings
import zipfile

import openpyxl
from flask_babel import gettext as _

from participation.errors import Refused

LARGEST_UNPACKED = 100 * 1024 * 1024
Rows = list[tuple[int, list[str]]]


def rows_of_csv(text: str, delimiter: str) -> Rows:
    """The rows that hold something, each with its number."""
    plain = text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")
    try:
        cells = list(csv.reader(io.StringIO(plain), delimiter=delimiter))
    except csv.Error:
        cells = [line.split(delimiter) for line in plain.split("\n")]
    return _filled(cells)


def rows_of_workbook(raw: bytes, most_rows: int, most_cells: int) -> Rows:
    """The same of a workbook's first sheet, one row more than `most_rows` at most; refused when it cannot be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            if sum(member.file_size for member in archive.infolist()) > LARGEST_UNPACKED:
                raise Refused(_("The workbook is too large unpacked. Save the list alone in a new workbook."))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _filled(_sheet_cells(raw, most_rows, most_cells))
    except Refused:
        raise
    # A damaged workbook makes openpyxl raise almost anything.
    except Exception as wrong:
        raise Refused(
            _("The workbook cannot be read. Open it in Excel, save it as .xlsx again, and try once more.")
        ) from wrong


def _sheet_cells(raw: bytes, most_rows: int, most_cells: int) -> list[list[str]]:
    workbook = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=True, keep_links=False)
    try:
        rows = workbook.worksheets[0].iter_rows(values_only=True, max_row=most_rows + 1, max_col=most_cells)
        return [[_text(value) for value in row] for row in rows]
    finally:
        workbook.close()


def _text(value: object) -> str:
    """A cell as it is read: 12.0 is 12."""
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _filled(cells: list[list[str]]) -> Rows:
    rows = ((number, _trimmed(row)) for number, row in enumerate(cells, 1))
    return [(number, row) for number, row in rows if row]


def _trimmed(row: list[str]) -> list[str]:
    plain = [" ".join(cell.split()) for cell in row]
    while plain and not plain[-1]:
        plain.pop()
    return plain
