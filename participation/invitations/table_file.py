"""A list of recipients as rows of cells: pasted, or out of a CSV file or an Excel workbook."""

from __future__ import annotations

from pathlib import Path

from flask_babel import gettext as _
from werkzeug.datastructures import FileStorage

from participation.decoding import decoded
from participation.errors import Refused
from participation.table_cells import Rows, rows_of_csv, rows_of_workbook

KINDS = (".csv", ".txt", ".xlsx")
LARGEST = 5 * 1024 * 1024
MOST_ROWS, MOST_CELLS = 50_000, 20


def rows_of_text(text: str) -> Rows:
    """The rows that hold something, each with its number; tabs, semicolons or commas between the cells."""
    first = next((line for line in text.replace("\x00", "").splitlines() if line.strip()), "")
    return rows_of_csv(text, next((mark for mark in "\t;," if mark in first), "\t"))


def rows_of_file(upload: FileStorage) -> Rows:
    """The same of an uploaded file; refused when it cannot be read."""
    suffix = Path(upload.filename or "").suffix.lower()
    if suffix not in KINDS:
        raise Refused(_("Choose a file of one of these kinds: %(kinds)s.", kinds=", ".join(KINDS)))
    raw = upload.stream.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise Refused(_("The file is larger than 5 MB. Split the list and import the parts."))
    return rows_of_workbook(raw, MOST_ROWS, MOST_CELLS) if suffix == ".xlsx" else rows_of_text(decoded(raw))
