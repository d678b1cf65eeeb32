"""CSV with coordinates: comma, semicolon or tab, in the encodings that Excel and older programs write."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from flask_babel import gettext as _

from participation.decoding import decoded
from participation.errors import Refused
from participation.projects.files.csv_places import Attributes, Places, places_in
from participation.projects.files.georow import Opened, Row

BLANK = ("", "NULL")
# Where Excel is told how cells are divided.
EXCELS_FIRST_LINE = re.compile(r"sep=.\r?\n", re.I)


def opened(path: Path) -> Opened:
    """Each row's cells by column, and its geometry. Refused when no column holds coordinates.

    They stand in two columns, such as lon and lat, in one as "latitude, longitude", or in one as WKT.
    """
    text = EXCELS_FIRST_LINE.sub("", decoded(path.read_bytes()))
    head = text.partition("\n")[0]
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(";,\t", key=head.count))
    try:
        reader.fieldnames = _apart(reader.fieldnames or ())
        read = list(reader)
    except csv.Error as wrong:
        message = _(
            "The file cannot be read as CSV from row %(row)s on. Save it anew from the spreadsheet.",
            row=reader.line_num,
        )
        raise Refused(message) from wrong
    rows = [_attributes(row) for row in read]
    places = places_in(reader.fieldnames or (), rows)
    if places is None:
        message = _(
            "The file has no columns for coordinates. Call them lon and lat in its first line, which is: %(line)s",
            line=head.strip()[:80] or "–",
        )
        raise Refused(message)
    return Opened(None, _placed(rows, places, [_has_more(row) for row in read]))


def _placed(rows: Sequence[Attributes], places: Places, longer: Sequence[bool]) -> Iterator[Row]:
    """`longer`: of each row, whether it has more than there are headings for."""
    for number, (attributes, has_more) in enumerate(zip(rows, longer, strict=True), 1):
        if has_more:
            yield Row(number, attributes, None, _too_long())
        elif not any((attributes[column] or "").strip() for column in places.columns):
            yield Row(number, attributes, None, _("The row has no coordinates. Give it some, or delete the row."))
        else:
            shape = places.of(attributes)
            yield Row(number, attributes, shape, None if shape else _no_place())


def _too_long() -> str:
    return _(
        "The row has more cells than there are headings, so what is in which is not known. Put a text that holds the "
        "file's separator in quotation marks, or give the column a heading."
    )


def _no_place() -> str:
    return _(
        "The coordinates cannot be read. Write each as a number alone, such as 5.32 and 60.39 or 297500 and 6700000, "
        "without degree signs and without marks between thousands; a WKT geometry without arcs."
    )


def _has_more(row: dict[Any, Any]) -> bool:
    """Cells beyond the headings with something in them: the reader has them under None."""
    return any((cell or "").strip() for cell in row.get(None) or ())


def _apart(headings: Sequence[str]) -> list[str]:
    """The headings under different names: a column whose name an earlier one has is no longer hidden by it."""
    found: list[str] = []
    for heading in headings:
        name, number = heading, 1
        while name and name in found:
            number += 1
            name = f"{heading} ({number})"
        found.append(name)
    return found


def _attributes(row: dict[Any, Any]) -> Attributes:
    return {name: None if value in BLANK else value for name, value in row.items() if isinstance(name, str)}
