"""A list of recipients as rows of cells: pasted, or out of a CSV file or an Excel workbook."""

from __future__ import annotations

import csv
import io
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
from flask_babel import gettext as _
from werkzeug.datastructures import FileStorage

from participation.decoding import decoded
from participation.errors import Refused

KINDS = (".csv", ".txt", ".xlsx")
LARGEST, LARGEST_UNPACKED = 5 * 1024 * 1024, 100 * 1024 * 1024
MOST_ROWS, MOST_CELLS = 50_000, 20
Rows = list[tuple[int, list[str]]]


def rows_of_text(text: str) -> Rows:
    """The rows that hold something, each with its number; tabs, semicolons or commas between the cells."""
    plain = text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")
    first = next((line for line in plain.split("\n") if line.strip()), "")
    delimiter = next((mark for mark in "\t;," if mark in first), "\t")
    try:
        cells = list(csv.reader(io.StringIO(plain), delimiter=delimiter))
    except csv.Error:
        cells = [line.split(delimiter) for line in plain.split("\n")]
    return _filled(cells)


def rows_of_file(upload: FileStorage) -> Rows:
    """The same of an uploaded file; refused when it cannot be read."""
    suffix = Path(upload.filename or "").suffix.lower()
    if suffix not in KINDS:
        raise Refused(_("Choose a file of one of these kinds: %(kinds)s.", kinds=", ".join(KINDS)))
    raw = upload.stream.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise Refused(_("The file is larger than 5 MB. Split the list and import the parts."))
    return _of_workbook(raw) if suffix == ".xlsx" else rows_of_text(decoded(raw))


def _of_workbook(raw: bytes) -> Rows:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            if sum(member.file_size for member in archive.infolist()) > LARGEST_UNPACKED:
                raise Refused(_("The workbook is too large unpacked. Save the list alone in a new workbook."))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _filled(_sheet_cells(raw))
    except Refused:
        raise
    # A damaged workbook makes openpyxl raise almost anything.
    except Exception as wrong:
        raise Refused(
            _("The workbook cannot be read. Open it in Excel, save it as .xlsx again, and try once more.")
        ) from wrong


def _sheet_cells(raw: bytes) -> list[list[str]]:
    workbook = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=True, keep_links=False)
    try:
        sheet = workbook.worksheets[0]
        limits = {"max_row": MOST_ROWS + 1, "max_col": MOST_CELLS}
        return [[_text(value) for value in row] for row in sheet.iter_rows(values_only=True, **limits)]
    finally:
        workbook.close()


def _text(value: object) -> str:
    """A cell as it is read: 12.0 is 12."""
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _filled(cells: list[list[str]]) -> Rows:
    return list(_with_numbers(cells))


def _with_numbers(cells: list[list[str]]) -> Iterator[tuple[int, list[str]]]:
    for number, row in enumerate(cells, 1):
        plain = [" ".join(cell.split()) for cell in row]
        while plain and not plain[-1]:
            plain.pop()
        if plain:
            yield number, plain
